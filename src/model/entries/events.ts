import type { Cloud } from '#model/cloud';
import type { Entry, Reach } from '#model/exposure';
import { reachOfSource, subscriptions } from '#model/feeding';
import { functionNamed } from '#model/function-name';
import { jsonIn } from '#model/json-text';
import { resolve } from '#model/name';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';
import { both } from '#model/value';

type Kind = Entry['kind'];
type Invocation = Entry['invocation'];

/** The types that feed functions through a mapping or pipe, and what they are called. */
const SOURCES: Readonly<Record<string, Kind>> = {
  'AWS::SQS::Queue': 'queue',
  'AWS::Kinesis::Stream': 'stream',
  'AWS::Kinesis::StreamConsumer': 'stream',
  'AWS::DynamoDB::Table': 'stream',
  'AWS::DynamoDB::GlobalTable': 'stream',
  'AWS::MSK::Cluster': 'stream',
  'AWS::MSK::ServerlessCluster': 'stream',
  'AWS::AmazonMQ::Broker': 'queue',
  'AWS::DocDB::DBCluster': 'stream',
};

/** Everything that hands events of other resources to functions. */
export function* eventEntries(cloud: Cloud): Iterable<Entry> {
  yield* mappingEntries(cloud);
  yield* pipeEntries(cloud);
  yield* topicEntries(cloud);
  yield* busEntries(cloud);
  yield* stateMachineEntries(cloud);
  for (const row of LISTENERS) {
    for (const resource of cloud.ofType(row.type)) yield* listenerEntries(cloud, resource, row);
  }
  for (const resource of cloud.resources) {
    if (resource.type.startsWith('Custom::')) yield* listenerEntries(cloud, resource, CUSTOM_RESOURCE);
  }
}

function entryOf(
  fn: Entry['function'],
  by: Resource,
  named: Property,
  kind: Kind,
  label: string,
  reach: Reach,
  invocation: Invocation,
  source: Resource | undefined,
): Entry {
  return {
    function: fn,
    kind,
    reach,
    label,
    by,
    source,
    invocation,
    decidedBy: undefined,
    when: both(by.when, named.when),
  };
}

function* mappingEntries(cloud: Cloud): Iterable<Entry> {
  for (const mapping of cloud.all('AWS::Lambda::EventSourceMapping')) {
    for (const name of mapping.at('FunctionName')) {
      const fn = functionNamed(cloud, name);
      if (!fn) continue;
      const [arn] = mapping.at('EventSourceArn');
      const source = arn && resolve(cloud, arn, ...Object.keys(SOURCES));
      const kind = source ? (SOURCES[source.type] ?? 'stream') : kindOfMapping(mapping, arn);
      const label = `${kind} ${source?.name ?? mapping.name}`;
      yield entryOf(fn, mapping, name, kind, label, reachOfSource(cloud, source), 'poll', source);
    }
  }
}

/**
 * Where the source's ARN cannot be seen: every stream has to say where reading starts, queues cannot.
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
 */
function kindOfMapping(mapping: Resource<'AWS::Lambda::EventSourceMapping'>, arn: Property | undefined): Kind {
  const isSeen = arn?.text?.toString().includes(':') === true;
  if (isSeen || !arn) return kindOfArn(arn);
  return mapping.at('StartingPosition').some((one) => one.isWritten) ? 'stream' : 'queue';
}

/** `arn:aws:sqs:…` is a queue; everything else that Lambda polls is a stream. */
function kindOfArn(arn: Property | undefined): Kind {
  const text = arn?.text?.toString() ?? '';
  return text.includes(':sqs:') || text.includes(':mq:') ? 'queue' : 'stream';
}

function* pipeEntries(cloud: Cloud): Iterable<Entry> {
  for (const pipe of cloud.all('AWS::Pipes::Pipe')) {
    for (const name of [...pipe.at('Target'), ...pipe.at('Enrichment')]) {
      const fn = functionNamed(cloud, name);
      if (!fn) continue;
      const [arn] = pipe.at('Source');
      const source = arn && resolve(cloud, arn, ...Object.keys(SOURCES));
      const kind = source ? (SOURCES[source.type] ?? 'stream') : kindOfArn(arn);
      yield entryOf(fn, pipe, name, kind, `pipe ${pipe.name}`, reachOfSource(cloud, source), 'synchronous', source);
    }
  }
}

function* topicEntries(cloud: Cloud): Iterable<Entry> {
  for (const { by, topic, endpoint } of subscriptions(cloud)) {
    const fn = functionNamed(cloud, endpoint);
    if (!fn) continue;
    const label = `topic ${topic?.name ?? by.name}`;
    yield entryOf(fn, by, endpoint, 'topic', label, reachOfSource(cloud, topic), 'asynchronous', topic);
  }
}

function* busEntries(cloud: Cloud): Iterable<Entry> {
  for (const rule of cloud.all('AWS::Events::Rule')) {
    const [name] = rule.at('EventBusName');
    const bus = name && resolve(cloud, name, 'AWS::Events::EventBus');
    const scheduled = rule.at('ScheduleExpression').some((one) => one.isWritten);
    for (const target of rule.at('Targets').flatMap((list) => list.items())) {
      for (const arn of target.at('Arn')) {
        const fn = functionNamed(cloud, arn);
        if (!fn) continue;
        const kind = scheduled ? 'schedule' : 'event-bus';
        const label = `${scheduled ? 'schedule' : 'event rule'} ${rule.name}`;
        const reach = scheduled ? 'service' : reachOfSource(cloud, bus);
        yield entryOf(fn, rule, arn, kind, label, reach, 'asynchronous', bus);
      }
    }
  }
}

/** Every function that a definition names, in whatever state: written as data, as JSON in a string, or through a substitution. */
function* stateMachineEntries(cloud: Cloud): Iterable<Entry> {
  for (const machine of cloud.all('AWS::StepFunctions::StateMachine')) {
    const seen = new Set<string>();
    const definitions = [
      ...machine.read(['Definition']),
      ...machine.read(['DefinitionString']).map((text) => jsonIn(text)),
      ...machine.read(['DefinitionSubstitutions']),
    ];
    for (const leaf of definitions.flatMap((definition) => leaves(definition, 0))) {
      const fn = mentionsFunction(leaf) ? functionNamed(cloud, leaf) : undefined;
      if (!fn || seen.has(fn.id)) continue;
      seen.add(fn.id);
      const label = `state machine ${machine.name}`;
      yield entryOf(fn, machine, leaf, 'state-machine', label, 'service', 'synchronous', machine);
    }
  }
}

/** A state's name or comment may be a function's name by chance: only references and ARNs count. */
function mentionsFunction(leaf: Property): boolean {
  const { text } = leaf;
  return text instanceof Text || (text?.startsWith('arn:') ?? false);
}

/** Definitions nest no deeper than this before they are cut off: parallel and map states within each other. */
const MAX_DEPTH = 60;

function leaves(property: Property<Json>, depth: number): readonly Property[] {
  if (property.text !== undefined) return [property];
  if (depth > MAX_DEPTH || property.kind !== 'set') return [];
  const entries = property.entries();
  const inner = entries.length > 0 ? entries.map(([, value]) => value) : property.items();
  return inner.filter((one) => one !== property).flatMap((one) => leaves(one as Property<Json>, depth + 1));
}

/** A property that names a function, with what that means. */
interface Listener {
  readonly type: string;
  /** Keys; `*` descends into the items of a list, `**` into the entries of a map. */
  readonly path: readonly string[];
  readonly kind: Kind;
  readonly invocation: Invocation;
  /** What the entry is called before the resource's name. */
  readonly label: string;
  readonly reach: Reach | ((cloud: Cloud, resource: Resource, property: Property) => Reach);
  /** Whether the resource itself is what feeds the function. */
  readonly own?: true;
}

const listener = (
  type: string,
  path: string,
  kind: Kind,
  invocation: Invocation,
  label: string,
  reach: Listener['reach'],
  own?: true,
): Listener => ({ type, path: path.split('.'), kind, invocation, label, reach, ...(own ? { own } : {}) });

/** Whoever can put objects into the bucket. */
const ownReach: Listener['reach'] = (cloud, resource) => reachOfSource(cloud, resource);

/**
 * Anyone can sign up and start to sign in where the pool does not keep that to administrators; the triggers of that run before
 * the caller has proved anything.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
 */
const poolReach: Listener['reach'] = (_cloud, pool, property) => {
  const closed = pool.read(['AdminCreateUserConfig', 'AllowAdminCreateUserOnly']).some((one) => one.isTrue);
  return !closed && property.path.includes('PreSignUp') ? 'public' : 'authenticated';
};

/** `AWS::CloudFormation::CustomResource`, and any type that starts with `Custom::`. */
const CUSTOM_RESOURCE = listener(
  'AWS::CloudFormation::CustomResource',
  'ServiceToken',
  'other',
  'asynchronous',
  'custom resource',
  'service',
);

/** Functions that other services call by a property of theirs. */
const LISTENERS: readonly Listener[] = [
  listener(
    'AWS::S3::Bucket',
    'NotificationConfiguration.LambdaConfigurations.*.Function',
    'bucket',
    'asynchronous',
    'bucket',
    ownReach,
    true,
  ),
  listener('AWS::Scheduler::Schedule', 'Target.Arn', 'schedule', 'asynchronous', 'schedule', 'service'),
  listener(
    'AWS::IoT::TopicRule',
    'TopicRulePayload.Actions.*.Lambda.FunctionArn',
    'iot',
    'asynchronous',
    'IoT rule',
    'authenticated',
  ),
  listener('AWS::Cognito::UserPool', 'LambdaConfig.**', 'user-pool', 'synchronous', 'user pool', poolReach, true),
  listener(
    'AWS::Cognito::UserPool',
    'LambdaConfig.**.LambdaArn',
    'user-pool',
    'synchronous',
    'user pool',
    poolReach,
    true,
  ),
  listener('AWS::Logs::SubscriptionFilter', 'DestinationArn', 'logs', 'asynchronous', 'log subscription', 'service'),
  listener(
    'AWS::SES::ReceiptRule',
    'Rule.Actions.*.LambdaAction.FunctionArn',
    'other',
    'asynchronous',
    'received mail',
    'public',
  ),
  listener(
    'AWS::SecretsManager::RotationSchedule',
    'RotationLambdaARN',
    'other',
    'asynchronous',
    'secret rotation',
    'service',
  ),
  listener('AWS::Config::ConfigRule', 'Source.SourceIdentifier', 'other', 'asynchronous', 'Config rule', 'service'),
  listener(
    'AWS::KinesisFirehose::DeliveryStream',
    '**.ProcessingConfiguration.Processors.*.Parameters.*.ParameterValue',
    'stream',
    'synchronous',
    'delivery stream',
    'service',
    true,
  ),
  listener(
    'AWS::Bedrock::Agent',
    'ActionGroups.*.ActionGroupExecutor.Lambda',
    'other',
    'synchronous',
    'Bedrock agent',
    'service',
  ),
  ...['DefaultCacheBehavior', 'CacheBehaviors.*'].map((behavior) =>
    listener(
      'AWS::CloudFront::Distribution',
      `DistributionConfig.${behavior}.LambdaFunctionAssociations.*.LambdaFunctionARN`,
      'other',
      'synchronous',
      'CloudFront distribution',
      'public',
    ),
  ),
  CUSTOM_RESOURCE,
];

function* listenerEntries(cloud: Cloud, resource: Resource, row: Listener): Iterable<Entry> {
  for (const named of walk(resource.read([]), row.path)) {
    const fn = functionNamed(cloud, named);
    if (!fn) continue;
    const reach = typeof row.reach === 'function' ? row.reach(cloud, resource, named) : row.reach;
    const source = row.own ? resource : undefined;
    yield entryOf(fn, resource, named, row.kind, `${row.label} ${resource.name}`, reach, row.invocation, source);
  }
}

function walk(from: readonly Property<Json>[], path: readonly string[]): readonly Property[] {
  let current = from;
  for (const key of path) {
    current = current.flatMap((property) => {
      if (key === '*') return property.items();
      if (key === '**') return property.entries().map(([, value]) => value);
      // Beside the maps of a resource stand its scalars.
      return property.scalar === undefined ? property.at(key) : [];
    });
  }
  return current.filter((property) => property.text !== undefined);
}
