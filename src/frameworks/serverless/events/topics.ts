import { asMap, change, get, itemsOf, literal, node, type Plain } from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import {
  ACCOUNT,
  dependsOn,
  eventsOfType,
  type FilledEvent,
  isOpen,
  joined,
  nameIn,
  origin,
  PARTITION,
  permit,
  REGION,
  textIn,
} from '#frameworks/serverless/events/event';
import { alphanumeric, normalized } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataNode } from '#syntax/document';

/** Source: `sns.js`, https://www.serverless.com/framework/docs/providers/aws/events/sns */
const SUBSCRIPTION_ROWS: readonly Row[] = [
  row('arn', 'TopicArn'),
  row('filterPolicy', 'FilterPolicy'),
  row('filterPolicyScope', 'FilterPolicyScope'),
];
const TOPIC_ROWS: readonly Row[] = [row('displayName', 'DisplayName')];

/** Topics: `sns`. */
export function lowerTopics(service: Service): void {
  for (const event of eventsOfType(service, 'sns')) lowerTopic(service, event);
}

function lowerTopic(service: Service, event: FilledEvent): void {
  const { fn, at, value } = event;
  const map = asMap(value);
  const short = map ? undefined : textIn(value);
  const isArn = short === undefined ? !map : short.startsWith('arn:');
  const given = map ? get(map, 'arn') : isArn ? value : undefined;
  const name = nameOf(event, given, short);
  const arn: Plain =
    given ??
    joined('arn:', PARTITION, ':sns:', REGION, ':', ACCOUNT, ':', map ? (get(map, 'topicName') ?? name) : value);
  const prefix = normalized(fn.key);
  const redrive = redrivePolicy(service, event, name, given);
  const id = `${prefix}SnsSubscription${alphanumeric(name)}`;
  const policy = get(map, 'filterPolicy');
  const scope = get(map, 'filterPolicyScope');
  if (given)
    service.generate(
      fn,
      id,
      'AWS::SNS::Subscription',
      {
        TopicArn: given,
        Protocol: 'lambda',
        Endpoint: fn.target,
        FilterPolicy: policy,
        FilterPolicyScope: scope,
        RedrivePolicy: redrive,
        Region: otherRegion(service, given),
      },
      at,
      { ...origin(event, SUBSCRIPTION_ROWS, { short: 'arn' }), attributes: dependsOn(at, fn.alias?.logicalId) },
    );
  else {
    const topic = `SNSTopic${alphanumeric(name)}`;
    if (!service.lowered.has(topic))
      service.generate(
        fn,
        topic,
        'AWS::SNS::Topic',
        { TopicName: get(map, 'topicName') ?? value, DisplayName: get(map, 'displayName') },
        at,
        { ...origin(event, TOPIC_ROWS, { short: 'topicName' }), attributes: dependsOn(at, fn.alias?.logicalId) },
      );
    if (policy || redrive)
      service.generate(
        fn,
        id,
        'AWS::SNS::Subscription',
        {
          Endpoint: fn.target,
          Protocol: 'lambda',
          TopicArn: { Ref: topic },
          FilterPolicy: policy,
          FilterPolicyScope: scope,
          RedrivePolicy: redrive,
        },
        at,
        origin(event, SUBSCRIPTION_ROWS),
      );
    else
      service.amend(topic, (properties) =>
        change(properties, ['Subscription'], at, (before) =>
          node([...itemsOf(before), { Endpoint: fn.target, Protocol: 'lambda' }], before?.span ?? at),
        ),
      );
  }
  permit(service, event, `${prefix}LambdaPermission${alphanumeric(name)}SNS`, {
    Principal: 'sns.amazonaws.com',
    SourceArn: arn,
  });
}

function nameOf(event: FilledEvent, given: DataNode | undefined, short: string | undefined): string {
  return (
    textIn(get(event.value, 'topicName')) ??
    (given ? nameIn(given, ':', event.index) : (short ?? `Event${event.index}`))
  );
}

/** The region is only said where it is another one than the service's. */
function otherRegion(service: Service, arn: DataNode): Plain | undefined {
  const region = isOpen(arn) ? undefined : literal(arn)?.split(':')[3];
  return region === undefined || region === '' || region === literal(service.region) ? undefined : region;
}

/** The queue for what could not be delivered, with the policy that lets the topic send to it. */
function redrivePolicy(
  service: Service,
  { fn, value }: FilledEvent,
  name: string,
  topic: DataNode | undefined,
): Plain | undefined {
  const redrive = asMap(get(value, 'redrivePolicy'));
  if (!redrive) return undefined;
  const given = get(redrive, 'deadLetterTargetArn');
  const ref = get(redrive, 'deadLetterTargetRef');
  const imported = get(redrive, 'deadLetterTargetImport');
  const at = redrive.span;
  const arn: Plain = given ?? (ref ? { 'Fn::GetAtt': [ref, 'Arn'] } : { 'Fn::ImportValue': get(imported, 'arn') });
  const [queue = '', account = '', region = ''] = (literal(given) ?? '').split(':').reverse();
  const url: Plain = given
    ? joined(`https://sqs.${region}.`, { Ref: 'AWS::URLSuffix' }, `/${account}/${queue}`)
    : ref
      ? { Ref: ref }
      : { 'Fn::ImportValue': get(imported, 'url') };
  const id = `${alphanumeric(name)}To${normalized(fn.key)}DLQPolicy`;
  service.generate(
    fn,
    id,
    'AWS::SQS::QueuePolicy',
    {
      PolicyDocument: {
        Version: '2012-10-17',
        Id: id,
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: 'sns.amazonaws.com' },
            Action: 'sqs:SendMessage',
            Resource: arn,
            Condition: { ArnEquals: { 'aws:SourceArn': topic } },
          },
        ],
      },
      Queues: [url],
    },
    at,
  );
  return node({ deadLetterTargetArn: arn }, at);
}
