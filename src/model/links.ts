import type { Certainty } from '#model/action-pattern';
import { statementSpeaksOf } from '#model/arn';
import type { Cloud } from '#model/cloud';
import { FEEDING_ACTIONS, feedingAction } from '#model/feeding';
import { functionNamed } from '#model/function-name';
import { resolve, resolveKey, textKey } from '#model/name';
import { once } from '#model/once';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { speaksOf } from '#model/scope';
import type { Statement } from '#model/statement';
import { partsOf, Text } from '#model/text';
import { compatible } from '#model/value';

type Fn = Resource<'AWS::Lambda::Function'>;

/**
 * The log group that a function writes to, where it is declared: the one that `LoggingConfig.LogGroup` names, or else the one
 * named `/aws/lambda/` and the function's name.
 */
export function logGroupOf(cloud: Cloud, fn: Fn): Resource<'AWS::Logs::LogGroup'> | undefined {
  const named = fn.at('LoggingConfig', 'LogGroup').filter((name) => name.isWritten);
  const found =
    named.length > 0
      ? named.map((name) => resolve(cloud, name, 'AWS::Logs::LogGroup'))
      : namesOf(fn).map((name) => resolveKey(cloud, textKey(name, fn.stack.id), fn.stack.id, 'AWS::Logs::LogGroup'));
  const group = found.find((one) => one !== undefined);
  return group?.isA('AWS::Logs::LogGroup') ? group : undefined;
}

function namesOf(fn: Fn): readonly (string | Text)[] {
  const prefix = '/aws/lambda/';
  const byRef = new Text([prefix, { kind: 'ref', resource: fn.id, attribute: 'Ref' }]);
  const byName = fn
    .at('FunctionName')
    .flatMap(({ text }) => (text === undefined ? [] : [Text.of([prefix, ...partsOf(text)])]));
  return [byRef, ...byName];
}

/** What polls a function's batches, and from where. */
export interface EventSource {
  readonly mapping: Resource<'AWS::Lambda::EventSourceMapping'>;
  readonly function: Fn;
  /** What is polled, by the service's name in its ARNs; undefined where that cannot be seen. */
  readonly service: 'sqs' | 'kinesis' | 'dynamodb' | undefined;
  /** The queue, stream, table or broker, where it is declared. */
  readonly source: Resource | undefined;
}

const mappings = once((cloud: Cloud): ReadonlyMap<string, readonly EventSource[]> => {
  const found = new Map<string, EventSource[]>();
  for (const mapping of cloud.all('AWS::Lambda::EventSourceMapping')) {
    for (const name of mapping.at('FunctionName')) {
      const fn = functionNamed(cloud, name);
      if (!fn) continue;
      const [arn] = mapping.at('EventSourceArn');
      const source = arn && (cloud.target(arn) ?? resolve(cloud, arn, ...SOURCES));
      const own = found.get(fn.id) ?? [];
      if (own.some((one) => one.mapping === mapping)) continue;
      found.set(fn.id, [...own, { mapping, function: fn, service: serviceOf(source, arn), source }]);
    }
  }
  return found;
});

const SOURCES = ['AWS::SQS::Queue', 'AWS::Kinesis::Stream', 'AWS::DynamoDB::Table', 'AWS::MSK::Cluster'];

const SERVICE_OF_TYPE: Readonly<Record<string, EventSource['service']>> = {
  'AWS::SQS::Queue': 'sqs',
  'AWS::Kinesis::Stream': 'kinesis',
  'AWS::Kinesis::StreamConsumer': 'kinesis',
  'AWS::DynamoDB::Table': 'dynamodb',
  'AWS::DynamoDB::GlobalTable': 'dynamodb',
};

function serviceOf(source: Resource | undefined, arn: Property | undefined): EventSource['service'] {
  if (source) return SERVICE_OF_TYPE[source.type];
  const [, named] = /:(sqs|kinesis|dynamodb):/.exec(arn?.text?.toString() ?? '') ?? [];
  return named === 'sqs' || named === 'kinesis' || named === 'dynamodb' ? named : undefined;
}

/** Every event source mapping whose function is declared. */
export function allEventSources(cloud: Cloud): readonly EventSource[] {
  return [...mappings(cloud).values()].flat();
}

/** The event source mappings of a function. */
export function eventSources(cloud: Cloud, fn: Fn): readonly EventSource[] {
  return mappings(cloud).get(fn.id) ?? [];
}

const configs = once((cloud: Cloud) => {
  const found = new Map<string, Resource<'AWS::Lambda::EventInvokeConfig'>[]>();
  for (const config of cloud.all('AWS::Lambda::EventInvokeConfig')) {
    for (const name of config.at('FunctionName')) {
      const fn = functionNamed(cloud, name);
      const own = fn && (found.get(fn.id) ?? []);
      if (fn && own && !own.includes(config)) found.set(fn.id, [...own, config]);
    }
  }
  return found;
});

/** The configurations of asynchronous invocation of a function, one for each qualifier: retries and destinations. */
export function invokeConfigs(cloud: Cloud, fn: Fn): readonly Resource<'AWS::Lambda::EventInvokeConfig'>[] {
  return configs(cloud).get(fn.id) ?? [];
}

/** Whether a bucket keeps out what would make it public. The account may keep it out as well; that is not in sight. */
export interface PublicAccessBlock {
  /** Public access control lists have no effect or cannot be set. */
  readonly acls: Certainty;
  /** Public bucket policies have no effect or cannot be set. */
  readonly policies: Certainty;
}

/** What a bucket's public access block keeps out, in every branch of the template's conditions. */
export function publicAccessBlock(bucket: Resource<'AWS::S3::Bucket'>): PublicAccessBlock {
  const at = (key: 'BlockPublicAcls' | 'IgnorePublicAcls' | 'BlockPublicPolicy' | 'RestrictPublicBuckets') =>
    bucket.at('PublicAccessBlockConfiguration', key);
  const either = (a: readonly Property[], b: readonly Property[]): Certainty => {
    if (a.every((one) => one.isTrue) || b.every((one) => one.isTrue)) return 'yes';
    return [...a, ...b].every((one) => one.isTrue || one.isFalse) ? 'no' : 'unknown';
  };
  return {
    acls: either(at('IgnorePublicAcls'), at('BlockPublicAcls')),
    policies: either(at('RestrictPublicBuckets'), at('BlockPublicPolicy')),
  };
}

/**
 * What the dimensions of CloudWatch's metrics name. Source: the page on metrics of each service, such as
 * https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
const DIMENSIONS: Readonly<Record<string, readonly string[]>> = {
  ApiId: ['AWS::ApiGatewayV2::Api'],
  ApiName: ['AWS::ApiGateway::RestApi'],
  BucketName: ['AWS::S3::Bucket'],
  DeliveryStreamName: ['AWS::KinesisFirehose::DeliveryStream'],
  EventBusName: ['AWS::Events::EventBus'],
  FunctionName: ['AWS::Lambda::Function'],
  LogGroupName: ['AWS::Logs::LogGroup'],
  QueueName: ['AWS::SQS::Queue'],
  StateMachineArn: ['AWS::StepFunctions::StateMachine'],
  StreamName: ['AWS::Kinesis::Stream'],
  TableName: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  TopicName: ['AWS::SNS::Topic'],
};

const alarms = once((cloud: Cloud): ReadonlyMap<string, readonly Resource<'AWS::CloudWatch::Alarm'>[]> => {
  const found = new Map<string, Resource<'AWS::CloudWatch::Alarm'>[]>();
  for (const alarm of cloud.all('AWS::CloudWatch::Alarm')) {
    for (const dimension of dimensions(alarm)) {
      const types = dimension.at('Name').flatMap((name) => DIMENSIONS[name.string ?? ''] ?? []);
      for (const value of dimension.at('Value')) {
        const watched = cloud.target(value) ?? resolve(cloud, value, ...types);
        const own = watched && (found.get(watched.id) ?? []);
        if (watched && own && !own.includes(alarm)) found.set(watched.id, [...own, alarm]);
      }
    }
  }
  return found;
});

/** The alarms that watch a metric of the resource: one of their dimensions is its name. */
export function alarmsOn(cloud: Cloud, resource: Resource): readonly Resource<'AWS::CloudWatch::Alarm'>[] {
  return alarms(cloud).get(resource.id) ?? [];
}

function dimensions(alarm: Resource<'AWS::CloudWatch::Alarm'>): readonly Property<Json>[] {
  const inMetrics = alarm
    .read(['Metrics'])
    .flatMap((list) => list.items())
    .flatMap((metric) => metric.at('MetricStat', 'Metric', 'Dimensions'));
  return [...alarm.read(['Dimensions']), ...inMetrics].flatMap((list) => list.items());
}

/** A function that may put something into a resource, by which statement, and whether the statement surely means it. */
export interface Writer {
  readonly function: Fn;
  readonly statement: Statement;
  /** `unknown` where the statement's pattern may or may not cover the resource. */
  readonly certainty: 'yes' | 'unknown';
}

/**
 * The functions whose role lets them put something into a queue, topic, bucket, bus, stream or table: what a recursion loop is
 * made of, together with the entries that the resource feeds.
 */
export function writersTo(cloud: Cloud, resource: Resource): readonly Writer[] {
  const action = feedingAction(resource.type);
  if (action === undefined) return [];
  return (writes(cloud).get(action) ?? []).flatMap(({ function: fn, statements }): Writer[] => {
    const answers = statements
      .filter((statement) => compatible(statement.when, resource.when))
      .map((statement) => ({ statement, certainty: statementSpeaksOf(cloud, statement, resource) }));
    const best = answers.find((one) => one.certainty === 'yes') ?? answers.find((one) => one.certainty === 'unknown');
    if (!best || best.certainty === 'no') return [];
    return [{ function: fn, statement: best.statement, certainty: best.certainty }];
  });
}

interface Writes {
  readonly function: Fn;
  readonly statements: readonly Statement[];
}

/** The functions that may do each feeding action on something, with the statements that say so. */
const writes = once((cloud: Cloud): ReadonlyMap<string, readonly Writes[]> => {
  const functions = cloud
    .all('AWS::Lambda::Function')
    .map((fn) => ({ fn, allows: cloud.grants(fn).statements.filter((one) => one.effect === 'Allow') }));
  return new Map(
    FEEDING_ACTIONS.map((action) => [
      action,
      functions
        .map(({ fn, allows }) => ({ function: fn, statements: allows.filter((one) => speaksOf(one, action)) }))
        .filter(({ statements }) => statements.length > 0),
    ]),
  );
});
