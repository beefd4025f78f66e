import type { Cloud } from '#model/cloud';
import { functionNamed } from '#model/function-name';
import { resolve } from '#model/name';
import { serviceOfArn } from '#model/needs/arns';
import type { NeededOn, NeededPermission } from '#model/needs/need';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { partsOf, Text } from '#model/text';

type Call = readonly [action: string, conditional?: 'conditional'];

/** What handing something to a target of a service asks for, whichever service hands it over. */
const DELIVERING: Readonly<Record<string, readonly Call[]>> = {
  sqs: [['sqs:SendMessage']],
  sns: [['sns:Publish']],
  lambda: [['lambda:InvokeFunction']],
  events: [['events:PutEvents']],
  states: [
    ['states:StartExecution', 'conditional'],
    ['states:StartSyncExecution', 'conditional'],
  ],
  kinesis: [
    ['kinesis:PutRecord', 'conditional'],
    ['kinesis:PutRecords', 'conditional'],
  ],
  firehose: [
    ['firehose:PutRecord', 'conditional'],
    ['firehose:PutRecordBatch', 'conditional'],
  ],
  s3: [['s3:PutObject'], ['s3:ListBucket', 'conditional']],
};

const TYPES: Readonly<Record<string, readonly [service: string, attribute: string]>> = {
  'AWS::SQS::Queue': ['sqs', 'Arn'],
  'AWS::SNS::Topic': ['sns', 'Ref'],
  'AWS::Events::EventBus': ['events', 'Arn'],
  'AWS::StepFunctions::StateMachine': ['states', 'Ref'],
  'AWS::Kinesis::Stream': ['kinesis', 'Arn'],
  'AWS::KinesisFirehose::DeliveryStream': ['firehose', 'Arn'],
  'AWS::S3::Bucket': ['s3', 'Arn'],
};

/** What a declaration asks for: the part of a need that is the same for all of its permissions. */
export interface Asked {
  /** A phrase: `polls its source`. */
  readonly what: string;
  readonly property: Property;
}

/** A need of something that the template declares. */
export function declaredNeed(
  { what, property }: Asked,
  action: string,
  on: NeededOn,
  conditional: boolean,
): NeededPermission {
  return {
    action,
    class: conditional ? 'conditional' : 'required',
    on,
    reason: { kind: 'template', what },
    at: property.location,
    certain: !conditional && property.when.length === 0,
  };
}

/** What handing something to the target that a property names asks for; undefined for what is not known. */
export function deliveryNeeds(cloud: Cloud, target: Property, what: string): readonly NeededPermission[] | undefined {
  const found = targetOf(cloud, target);
  const calls = found && DELIVERING[found.service];
  if (!found || !calls) return undefined;
  return calls.map(([action, conditional]) => {
    const on = action === 's3:PutObject' ? within(found.on) : found.on;
    return declaredNeed({ what, property: target }, action, on, conditional !== undefined);
  });
}

/** What handing something to a target that is not known may ask for. */
export function anyDelivery(target: Property, what: string): readonly NeededPermission[] {
  return Object.values(DELIVERING)
    .flat()
    .map(([action]) =>
      declaredNeed({ what, property: target }, action, { kind: 'unknown', why: 'the target is not known' }, true),
    );
}

function targetOf(cloud: Cloud, target: Property): { readonly service: string; readonly on: NeededOn } | undefined {
  const declared = resolve(cloud, target, ...Object.keys(TYPES));
  const [service, attribute] = (declared && TYPES[declared.type]) ?? [];
  if (declared && service !== undefined && attribute !== undefined)
    return { service, on: onDeclared(declared, attribute) };
  const fn = functionNamed(cloud, target);
  if (fn) return { service: 'lambda', on: onFunction(fn) };
  const { text } = target;
  if (text === undefined) return undefined;
  const named = serviceOfArn(text);
  return named === undefined
    ? undefined
    : { service: named, on: { kind: 'arns', arns: [{ arn: text, written: text }] } };
}

/** A declared resource, by its ARN. */
export function onDeclared(target: Resource, attribute: string): NeededOn {
  const arn = target.ref(attribute);
  return { kind: 'arns', arns: [{ arn, written: arn, target }] };
}

/** A function with its versions and aliases. */
export function onFunction(fn: Resource): NeededOn {
  const own = fn.ref('Arn');
  const qualified = fn.ref('Arn', ':*');
  return {
    kind: 'arns',
    arns: [
      { arn: own, written: own, target: fn },
      { arn: qualified, written: qualified, target: fn },
    ],
  };
}

function within(on: NeededOn): NeededOn {
  if (on.kind !== 'arns') return on;
  const objects = (text: string | Text): string | Text => Text.of([...partsOf(text), '/*']);
  return {
    kind: 'arns',
    arns: on.arns.map((one) => ({
      ...one,
      arn: objects(one.arn),
      ...(one.written === undefined ? {} : { written: objects(one.written) }),
    })),
  };
}
