import {
  asList,
  asMap,
  callOf,
  choose,
  get,
  isTrue,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  refOf,
  sameData,
  scalar,
  withEntry,
  withoutEntry,
} from '#frameworks/cloudformation/nodes';
import { forward, type Row, row, same } from '#frameworks/cloudformation/rows';
import { permissionForHttpApi, permissionForRestApi } from '#frameworks/sam/api-events';
import { type Event, eventPath, eventsOf, type Target } from '#frameworks/sam/event';
import { addHttpRoute } from '#frameworks/sam/http-api';
import { addRestRoute } from '#frameworks/sam/rest-api';
import { awsPolicy, bucketPolicy, inline, type RoleDraft, trust } from '#frameworks/sam/role';
import { conditionOf, type Declared, type Origin, passedOn, type Scope } from '#frameworks/sam/scope';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

interface Context {
  readonly event: Event;
  readonly target: Target;
  /** The role that SAM makes for the function; undefined when the author gives one. */
  readonly role: RoleDraft | undefined;
  readonly scope: Scope;
}

/** Properties of event source mappings that have the same name in SAM. Source: `PullEventSource` of aws-sam-translator 1.115.0. */
const MAPPING_ROWS: readonly Row[] = [
  ...same(
    'StartingPosition StartingPositionTimestamp BatchSize Enabled MaximumBatchingWindowInSeconds MaximumRetryAttempts BisectBatchOnFunctionError MaximumRecordAgeInSeconds ParallelizationFactor Topics Queues SourceAccessConfigurations TumblingWindowInSeconds FunctionResponseTypes FilterCriteria KmsKeyArn ScalingConfig ProvisionedPollerConfig MetricsConfig LoggingConfig DestinationConfig',
  ),
  row('KafkaBootstrapServers', 'SelfManagedEventSource.Endpoints.KafkaBootstrapServers'),
];

const MSK_ROWS = ['ConsumerGroupId', 'SchemaRegistryConfig'].map((name) =>
  row(name, `AmazonManagedKafkaEventSourceConfig.${name}`),
);
const KAFKA_ROWS = ['ConsumerGroupId', 'SchemaRegistryConfig'].map((name) =>
  row(name, `SelfManagedKafkaEventSourceConfig.${name}`),
);
const DOCUMENTDB_ROWS = ['DatabaseName', 'CollectionName', 'FullDocument'].map((name) =>
  row(name, `DocumentDBEventSourceConfig.${name}`),
);

interface Poll {
  readonly rows: readonly Row[];
  /** The managed policy that reading the source needs. */
  readonly managed?: string;
  /** Inline statements that it needs. */
  readonly policy?: (context: Context) => DataNode | undefined;
}

const POLLS: Readonly<Record<string, Poll>> = {
  Kinesis: { rows: [row('Stream', 'EventSourceArn')], managed: 'AWSLambdaKinesisExecutionRole' },
  DynamoDB: { rows: [row('Stream', 'EventSourceArn')], managed: 'AWSLambdaDynamoDBExecutionRole' },
  SQS: { rows: [row('Queue', 'EventSourceArn')], managed: 'AWSLambdaSQSQueueExecutionRole' },
  MSK: {
    rows: [row('Stream', 'EventSourceArn'), ...MSK_ROWS],
    managed: 'AWSLambdaMSKExecutionRole',
    policy: mskPolicy,
  },
  MQ: { rows: [row('Broker', 'EventSourceArn')], policy: mqPolicy },
  SelfManagedKafka: { rows: KAFKA_ROWS, policy: kafkaPolicy },
  DocumentDB: { rows: [row('Cluster', 'EventSourceArn'), ...DOCUMENTDB_ROWS], policy: documentDbPolicy },
};

type Push = (context: Context) => void;

const PUSHES: Readonly<Record<string, Push>> = {
  Schedule: lowerSchedule,
  ScheduleV2: (context) => lowerScheduleV2(context, 'function'),
  CloudWatchEvent: lowerRule,
  EventBridgeRule: lowerRule,
  S3: lowerBucketEvent,
  SNS: lowerTopicEvent,
  Api: (context) => {
    permit(context, permissionForRestApi(context.event, context.scope));
    addRestRoute(context.event, context.target, context.scope);
  },
  HttpApi: (context) => {
    const permission = permissionForHttpApi(context.event, context.scope);
    if (permission) permit(context, permission);
    addHttpRoute(context.event, context.target, context.scope);
  },
  AlexaSkill: ({ event, target, scope }) =>
    permit(
      { event, target, scope },
      { principal: 'alexa-appkit.amazon.com', more: { EventSourceToken: get(event.properties, 'SkillId') } },
    ),
  IoTRule: lowerIotRule,
  Cognito: lowerUserPoolEvent,
  CloudWatchLogs: lowerLogsEvent,
};

/** Lowers all events of a function: what calls it, what it reads from, and the permissions that both need. */
export function lowerEvents(owner: Declared, target: Target, role: RoleDraft | undefined, scope: Scope): void {
  for (const event of sorted(eventsOf(owner))) {
    const context: Context = { event, target, role, scope };
    const poll = POLLS[event.type];
    const push = PUSHES[event.type];
    if (poll) lowerMapping(context, poll);
    else if (push) push(context);
    else
      scope.tell(
        event.at,
        event.type === ''
          ? `The event ${event.name} of ${owner.id} has no Type: it was left out.`
          : `SAM has no event type \`${event.type}\`: the event ${event.name} of ${owner.id} was left out.`,
      );
  }
}

/** By path, so that the default route of an HTTP API comes before the others, as SAM does it. */
function sorted(events: readonly Event[]): readonly Event[] {
  const key = (event: Event): string => literal(get(event.properties, 'Path')) ?? event.name;
  return [...events].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

interface Permission {
  readonly principal: string;
  readonly sourceArn?: Plain;
  readonly sourceAccount?: Plain;
  /** Appended to the logical ID. */
  readonly suffix?: string;
  readonly prefix?: string;
  readonly more?: { readonly [key: string]: Plain | undefined };
}

/** Allows a service to invoke the function. */
function permit(
  { event, target, scope }: Pick<Context, 'event' | 'target' | 'scope'>,
  { principal, sourceArn, sourceAccount, suffix, prefix, more }: Permission,
): string {
  const id = `${prefix ?? event.id}Permission${suffix ?? ''}`;
  scope.generate(
    event.owner,
    id,
    'AWS::Lambda::Permission',
    {
      Action: 'lambda:InvokeFunction',
      FunctionName: target.name,
      Principal: principal,
      SourceArn: sourceArn,
      SourceAccount: sourceAccount,
      ...more,
    },
    event.at,
  );
  return id;
}

function origin(event: Event, rows: readonly Row[]): { readonly origin: Origin } {
  return { origin: { base: eventPath(event), rows } };
}

/** The queue for what could not be delivered: the ARN given, or that of a queue that SAM makes. */
function deadLetters(
  { event, scope }: Pick<Context, 'event' | 'scope'>,
  ruleArn: Plain | undefined,
): { readonly arn: Plain; readonly at: Span } | undefined {
  const config = get(event.properties, 'DeadLetterConfig');
  if (!config) return undefined;
  const given = get(config, 'Arn');
  if (given) return { arn: given, at: config.span };
  const id = literal(get(config, 'QueueLogicalId')) ?? `${event.id}Queue`;
  scope.generate(event.owner, id, 'AWS::SQS::Queue', {}, config.span);
  const arn: Plain = { 'Fn::GetAtt': [id, 'Arn'] };
  if (ruleArn) {
    scope.generate(
      event.owner,
      `${event.id}QueuePolicy`,
      'AWS::SQS::QueuePolicy',
      {
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Action: 'sqs:SendMessage',
              Effect: 'Allow',
              Principal: { Service: 'events.amazonaws.com' },
              Resource: arn,
              Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
            },
          ],
        },
        Queues: [{ Ref: id }],
      },
      config.span,
    );
  }
  return { arn, at: config.span };
}

const RULE_NAME_LIMIT = 64;

/** The target's id, cut to the 64 characters that EventBridge allows. */
function targetId(event: Event, suffix: string): Plain {
  const given = get(event.properties, 'Target', 'Id');
  return given ?? event.id.slice(0, RULE_NAME_LIMIT - suffix.length) + suffix;
}

function ruleState(properties: MapNode): Plain | undefined {
  const enabled = get(properties, 'Enabled');
  if (!enabled) return get(properties, 'State');
  return scalar(isTruthy(enabled) ? 'ENABLED' : 'DISABLED', enabled.span);
}

function ruleTarget(event: Event, arn: Plain, suffix: string, dead: Plain | undefined, role?: Plain): Plain {
  const { properties } = event;
  return {
    Arn: arn,
    Id: targetId(event, suffix),
    RoleArn: role,
    Input: get(properties, 'Input'),
    InputPath: get(properties, 'InputPath'),
    DeadLetterConfig: dead === undefined ? undefined : { Arn: dead },
    RetryPolicy: get(properties, 'RetryPolicy'),
    InputTransformer: get(properties, 'InputTransformer'),
  };
}

const RULE_ROWS: readonly Row[] = [
  ...same('EventBusName Description State'),
  row('Pattern', 'EventPattern'),
  row('RuleName', 'Name'),
];
const SCHEDULE_ROWS: readonly Row[] = [...same('Name Description State'), row('Schedule', 'ScheduleExpression')];

/** Emits the rule of a `Schedule`, `CloudWatchEvent` or `EventBridgeRule` event, of a function or a state machine. */
export function emitRule(
  { event, scope }: Pick<Context, 'event' | 'scope'>,
  arn: Plain,
  suffix: string,
  role?: Plain,
): Plain {
  const rows = event.type === 'Schedule' ? SCHEDULE_ROWS : RULE_ROWS;
  const ruleArn: Plain = { 'Fn::GetAtt': [event.id, 'Arn'] };
  const dead = deadLetters({ event, scope }, ruleArn);
  let rule = forward(rows, event.properties);
  const state = ruleState(event.properties);
  if (state !== undefined) rule = withEntry(rule, 'State', node(state, event.at));
  rule = withEntry(rule, 'Targets', node([ruleTarget(event, arn, suffix, dead?.arn, role)], event.at), event.at);
  scope.generate(event.owner, event.id, 'AWS::Events::Rule', rule, event.at, origin(event, rows));
  return ruleArn;
}

function lowerSchedule(context: Context): void {
  const arn = emitRule(context, context.target.arn, 'LambdaTarget');
  permit(context, { principal: 'events.amazonaws.com', sourceArn: arn });
}

function lowerRule(context: Context): void {
  const arn = emitRule(context, context.target.arn, 'LambdaTarget');
  permit(context, { principal: 'events.amazonaws.com', sourceArn: arn });
}

const SCHEDULER_ROWS: readonly Row[] = [
  ...same(
    'ScheduleExpression State Name Description FlexibleTimeWindow StartDate EndDate ScheduleExpressionTimezone GroupName KmsKeyArn',
  ),
  row('Input', 'Target.Input'),
  row('RetryPolicy', 'Target.RetryPolicy'),
  row('RoleArn', 'Target.RoleArn'),
  row('DeadLetterConfig.Arn', 'Target.DeadLetterConfig.Arn'),
];

/** Lowers a `ScheduleV2` event to an EventBridge Scheduler schedule and the role that it assumes. */
export function lowerScheduleV2(
  { event, target, scope }: Pick<Context, 'event' | 'target' | 'scope'>,
  kind: 'function' | 'state-machine',
): void {
  const { properties, at, id } = event;
  let schedule = forward(SCHEDULER_ROWS, properties);
  if (!get(properties, 'FlexibleTimeWindow'))
    schedule = withEntry(schedule, 'FlexibleTimeWindow', node({ Mode: 'OFF' }, at), at);
  if (!get(properties, 'Name') && !isTrue(get(properties, 'OmitName')))
    schedule = withEntry(schedule, 'Name', node(id, at), at);
  const dead = deadLetters({ event, scope }, undefined);
  const given = get(properties, 'RoleArn');
  const roleId = `${id}Role`;
  const body = asMap(get(schedule, 'Target')) ?? mapOf({}, at);
  let full = withEntry(body, 'Arn', node(target.arn, at), at);
  if (dead) full = withEntry(full, 'DeadLetterConfig', node({ Arn: dead.arn }, dead.at), dead.at);
  if (!given) {
    full = withEntry(full, 'RoleArn', node({ 'Fn::GetAtt': [roleId, 'Arn'] }, at), at);
    const policies: Plain[] = [
      kind === 'function'
        ? inline(`${id}LambdaPolicy`, 'lambda:InvokeFunction', target.arn)
        : inline(`${id}StartExecutionPolicy`, 'states:StartExecution', target.arn),
    ];
    if (dead) policies.push(inline(`${id}SQSPolicy`, 'sqs:SendMessage', dead.arn));
    scope.generate(
      event.owner,
      roleId,
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: trust('scheduler.amazonaws.com'),
        Policies: policies,
        PermissionsBoundary: get(properties, 'PermissionsBoundary'),
      },
      at,
      origin(event, same('PermissionsBoundary')),
    );
  }
  scope.generate(
    event.owner,
    id,
    'AWS::Scheduler::Schedule',
    withEntry(schedule, 'Target', full, at),
    at,
    origin(event, SCHEDULER_ROWS),
  );
}

function lowerBucketEvent({ event, target, scope }: Context): void {
  const { properties, at } = event;
  const bucket = refOf(get(properties, 'Bucket'));
  permit({ event, target, scope }, { principal: 's3.amazonaws.com', sourceAccount: { Ref: 'AWS::AccountId' } });
  if (bucket === undefined || !scope.declared.has(bucket)) {
    scope.tell(at, `The S3 event ${event.name} must refer to a bucket of this template: it was left out.`);
    return;
  }
  const condition = conditionOf(event.owner);
  const made = itemsOf(get(properties, 'Events')).map((kind) => {
    const configuration: Plain = { Function: target.arn, Filter: get(properties, 'Filter'), Event: kind };
    return node(condition === undefined ? configuration : choose(condition, configuration), at);
  });
  scope.amend(bucket, (of) => {
    const configuration = asMap(get(of, 'NotificationConfiguration')) ?? mapOf({}, at);
    const present = asList(get(configuration, 'LambdaConfigurations'));
    const items = [...(present?.items ?? [])];
    for (const one of made) if (!items.some((item) => sameData(item, one))) items.push(one);
    const list: DataNode = { ...(present ?? { span: at }), kind: 'list', items };
    return withEntry(of, 'NotificationConfiguration', withEntry(configuration, 'LambdaConfigurations', list, at), at);
  });
}

const SUBSCRIPTION_ROWS: readonly Row[] = [
  row('Topic', 'TopicArn'),
  ...same('Region FilterPolicy FilterPolicyScope RedrivePolicy'),
];

function lowerTopicEvent(context: Context): void {
  const { event, target, scope } = context;
  const { properties, at, id } = event;
  const topic = get(properties, 'Topic') ?? node({ Ref: 'AWS::NoValue' }, at);
  const wanted = get(properties, 'SqsSubscription');
  const subscribe = (protocol: string, endpoint: Plain): void => {
    let subscription = forward(SUBSCRIPTION_ROWS, properties);
    subscription = withEntry(subscription, 'Protocol', node(protocol, at), at);
    subscription = withEntry(subscription, 'Endpoint', node(endpoint, at), at);
    scope.generate(event.owner, id, 'AWS::SNS::Subscription', subscription, at, origin(event, SUBSCRIPTION_ROWS));
  };
  if (!isTruthy(wanted)) {
    permit(context, { principal: 'sns.amazonaws.com', sourceArn: topic });
    subscribe('lambda', target.arn);
    return;
  }
  const own = asMap(wanted);
  const queueId = `${id}Queue`;
  const arn: Plain = own ? (get(own, 'QueueArn') ?? { Ref: 'AWS::NoValue' }) : { 'Fn::GetAtt': [queueId, 'Arn'] };
  const url: Plain = own ? (get(own, 'QueueUrl') ?? { Ref: 'AWS::NoValue' }) : { Ref: queueId };
  const size = get(own, 'BatchSize');
  scope.generate(
    event.owner,
    `${id}EventSourceMapping`,
    'AWS::Lambda::EventSourceMapping',
    { FunctionName: target.name, EventSourceArn: arn, BatchSize: isTruthy(size) ? size : 10, Enabled: true },
    wanted.span,
    { origin: { base: [...eventPath(event), 'SqsSubscription'], rows: same('BatchSize') } },
  );
  context.role?.attach(scalar(awsPolicy('service-role/AWSLambdaSQSQueueExecutionRole'), wanted.span));
  if (!own) {
    const fifo = fifoTopic(topic, scope);
    scope.generate(event.owner, queueId, 'AWS::SQS::Queue', { FifoQueue: fifo ? true : undefined }, wanted.span);
  }
  scope.generate(
    event.owner,
    literal(get(own, 'QueuePolicyLogicalId')) ?? `${id}QueuePolicy`,
    'AWS::SQS::QueuePolicy',
    {
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Action: 'sqs:SendMessage',
            Effect: 'Allow',
            Principal: '*',
            Resource: arn,
            Condition: { ArnEquals: { 'aws:SourceArn': topic } },
          },
        ],
      },
      Queues: [url],
    },
    wanted.span,
  );
  subscribe('sqs', arn);
}

function fifoTopic(topic: DataNode, scope: Scope): boolean {
  const id = refOf(topic);
  const declared = id === undefined ? undefined : scope.declared.get(id);
  return isTruthy(scope.resolve(get(declared?.properties, 'FifoTopic')));
}

function lowerIotRule(context: Context): void {
  const { event, target, scope } = context;
  const { properties, at, id } = event;
  permit(context, {
    principal: 'iot.amazonaws.com',
    sourceArn: {
      'Fn::Sub': ['arn:aws:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}', { RuleName: { Ref: id } }],
    },
    sourceAccount: { 'Fn::Sub': '${AWS::AccountId}' },
  });
  scope.generate(
    event.owner,
    id,
    'AWS::IoT::TopicRule',
    {
      TopicRulePayload: {
        Sql: get(properties, 'Sql'),
        RuleDisabled: false,
        Actions: [{ Lambda: { FunctionArn: target.arn } }],
        AwsIotSqlVersion: get(properties, 'AwsIotSqlVersion'),
      },
    },
    at,
    origin(event, [row('Sql', 'TopicRulePayload.Sql'), row('AwsIotSqlVersion', 'TopicRulePayload.AwsIotSqlVersion')]),
  );
}

function lowerUserPoolEvent(context: Context): void {
  const { event, target, scope } = context;
  const { properties, at, owner } = event;
  const pool = refOf(get(properties, 'UserPool'));
  if (pool === undefined || !scope.declared.has(pool)) {
    scope.tell(at, `The Cognito event ${event.name} must refer to a user pool of this template: it was left out.`);
    return;
  }
  permit(context, {
    principal: 'cognito-idp.amazonaws.com',
    sourceArn: { 'Fn::GetAtt': [pool, 'Arn'] },
    prefix: `${owner.id}Cognito`,
  });
  scope.amend(pool, (of) => {
    let config = asMap(get(of, 'LambdaConfig')) ?? mapOf({}, at);
    for (const trigger of itemsOf(get(properties, 'Trigger'))) {
      const name = literal(trigger);
      if (name !== undefined && !get(config, name)) config = withEntry(config, name, node(target.arn, trigger.span));
    }
    return withEntry(of, 'LambdaConfig', config, at);
  });
}

function lowerLogsEvent(context: Context): void {
  const { event, target, scope } = context;
  const { properties, at } = event;
  const group = get(properties, 'LogGroupName') ?? node('', at);
  const permission = permit(context, {
    principal: 'logs.amazonaws.com',
    sourceArn: {
      'Fn::Sub': [
        'arn:aws:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*',
        { __LogGroupName__: group },
      ],
    },
  });
  const rows = same('LogGroupName FilterPattern');
  const filter = withEntry(forward(rows, properties), 'DestinationArn', node(target.arn, at), at);
  const depends: DataEntry = { key: 'DependsOn', keySpan: at, value: node([permission], at) };
  scope.generate(event.owner, event.id, 'AWS::Logs::SubscriptionFilter', filter, at, {
    ...origin(event, rows),
    attributes: [...passedOn(event.owner), depends],
  });
}

function lowerMapping(context: Context, poll: Poll): void {
  const { event, target, role, scope } = context;
  const { properties, at } = event;
  const rows = [...poll.rows, ...MAPPING_ROWS];
  let mapping = withEntry(forward(rows, properties), 'FunctionName', node(target.name, at), at);
  const failure = asMap(get(properties, 'DestinationConfig', 'OnFailure'));
  const type = literal(get(failure, 'Type'));
  const config = asMap(get(properties, 'DestinationConfig'));
  if (failure && config && type !== undefined)
    mapping = withEntry(mapping, 'DestinationConfig', withEntry(config, 'OnFailure', withoutEntry(failure, 'Type')));
  scope.generate(event.owner, event.id, 'AWS::Lambda::EventSourceMapping', mapping, at, origin(event, rows));
  if (!role) return;
  if (poll.managed) role.attach(scalar(awsPolicy(`service-role/${poll.managed}`), at));
  const policy = poll.policy?.(context);
  if (policy) role.add(policy);
  const destination = get(failure, 'Destination');
  if (!failure || !destination) return;
  if (type === 'SQS') role.add(node(inline(`${event.id}SQSPolicy`, 'sqs:SendMessage', destination), failure.span));
  if (type === 'SNS') role.add(node(inline(`${event.id}SNSPolicy`, 'sns:publish', destination), failure.span));
  if (type === 'S3') role.add(bucketPolicy(event.id, destination, failure.span));
}

/** The secret of a kind that the event's `SourceAccessConfigurations` name. */
function secretsOf(properties: MapNode, types: readonly string[]): readonly DataNode[] {
  return itemsOf(get(properties, 'SourceAccessConfigurations')).flatMap((one) => {
    const uri = get(one, 'URI');
    return uri && types.includes(literal(get(one, 'Type')) ?? '') ? [uri] : [];
  });
}

function readSecret(uri: Plain): Plain {
  return { Action: ['secretsmanager:GetSecretValue'], Effect: 'Allow', Resource: uri };
}

function decrypt(properties: MapNode, action: Plain): readonly Plain[] {
  const key = literal(get(properties, 'SecretsManagerKmsKeyId'));
  if (key === undefined || key === '') return [];
  return [
    {
      Action: action,
      Effect: 'Allow',
      Resource: { 'Fn::Sub': `arn:\${AWS::Partition}:kms:\${AWS::Region}:\${AWS::AccountId}:key/${key}` },
    },
  ];
}

/** What reading a schema registry needs: its secrets, and Glue where the registry is one of Glue's. */
function registryStatements(properties: MapNode, scope: Scope): readonly Plain[] {
  const config = get(properties, 'SchemaRegistryConfig');
  if (!config) return [];
  const secrets = itemsOf(get(config, 'AccessConfigs')).flatMap((one) => {
    const uri = get(one, 'URI');
    return uri ? [readSecret(uri)] : [];
  });
  const uri = get(config, 'SchemaRegistryURI');
  const call = callOf(scope.resolve(uri));
  const arn = call ? (call.name === 'Fn::Sub' ? literal(call.argument) : undefined) : literal(uri);
  // What is filled in between the braces has colons of its own.
  const name = /^arn:(?:[^:]*:){4}registry\/([^:]*)/.exec((arn ?? '').replace(/\$\{[^}]{1,255}\}/g, '*'))?.[1];
  if (!uri || name === undefined) return secrets;
  return [
    ...secrets,
    { Action: ['glue:GetRegistry'], Effect: 'Allow', Resource: uri },
    {
      Action: ['glue:GetSchemaVersion'],
      Effect: 'Allow',
      Resource: [{ 'Fn::Sub': `arn:\${AWS::Partition}:glue:\${AWS::Region}:\${AWS::AccountId}:schema/${name}/*` }],
    },
  ];
}

function mskPolicy({ event, scope }: Context): DataNode | undefined {
  const { properties, at } = event;
  const statements = [
    ...registryStatements(properties, scope),
    ...secretsOf(properties, ['CLIENT_CERTIFICATE_TLS_AUTH']).map(readSecret),
  ];
  if (statements.length === 0) return undefined;
  return node({ PolicyName: 'MSKExecutionRolePolicy', PolicyDocument: { Statement: statements } }, at);
}

function mqPolicy({ event }: Context): DataNode | undefined {
  const { properties, at } = event;
  const name = isTrue(get(properties, 'DynamicPolicyName')) ? `${event.id}AMQPolicy` : 'SamAutoGeneratedAMQPolicy';
  const broker = get(properties, 'Broker');
  return node(
    {
      PolicyName: name,
      PolicyDocument: {
        Statement: [
          ...secretsOf(properties, ['BASIC_AUTH']).slice(0, 1).map(readSecret),
          ...(broker ? [{ Action: ['mq:DescribeBroker'], Effect: 'Allow', Resource: broker }] : []),
          ...decrypt(properties, 'kms:Decrypt'),
        ],
      },
    },
    at,
  );
}

/** Ways to authenticate with a broker that name a secret. */
const KAFKA_SECRETS = [
  'SASL_SCRAM_256_AUTH',
  'SASL_SCRAM_512_AUTH',
  'BASIC_AUTH',
  'CLIENT_CERTIFICATE_TLS_AUTH',
  'OAUTHBEARER_AUTH',
];

const NETWORK_ACCESS: Plain = {
  Action: [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeVpcs',
    'ec2:DescribeSubnets',
    'ec2:DescribeSecurityGroups',
  ],
  Effect: 'Allow',
  Resource: '*',
};

function kafkaPolicy({ event, scope }: Context): DataNode | undefined {
  const { properties, at } = event;
  const inVpc =
    secretsOf(properties, ['VPC_SUBNET']).length > 0 && secretsOf(properties, ['VPC_SECURITY_GROUP']).length > 0;
  const statements = [
    ...secretsOf(properties, KAFKA_SECRETS).slice(0, 1).map(readSecret),
    ...secretsOf(properties, ['SERVER_ROOT_CA_CERTIFICATE']).slice(0, 1).map(readSecret),
    ...(inVpc ? [NETWORK_ACCESS] : []),
    ...decrypt(properties, ['kms:Decrypt']),
    ...registryStatements(properties, scope),
  ];
  if (statements.length === 0) return undefined;
  return node(
    {
      PolicyDocument: { Statement: statements, Version: '2012-10-17' },
      PolicyName: 'SelfManagedKafkaExecutionRolePolicy',
    },
    at,
  );
}

function documentDbPolicy({ event }: Context): DataNode | undefined {
  const { properties, at } = event;
  const cluster = get(properties, 'Cluster');
  const rds = (resource: string): Plain => ({
    'Fn::Sub': `arn:\${AWS::Partition}:rds:\${AWS::Region}:\${AWS::AccountId}:${resource}:*`,
  });
  return node(
    {
      PolicyName: 'SamAutoGeneratedDocumentDBPolicy',
      PolicyDocument: {
        Statement: [
          ...secretsOf(properties, ['BASIC_AUTH']).slice(0, 1).map(readSecret),
          { Action: ['rds:DescribeDBClusterParameters'], Effect: 'Allow', Resource: rds('cluster-pg') },
          { Action: ['rds:DescribeDBSubnetGroups'], Effect: 'Allow', Resource: rds('subgrp') },
          ...(cluster ? [{ Action: ['rds:DescribeDBClusters'], Effect: 'Allow', Resource: cluster }] : []),
          NETWORK_ACCESS,
          ...decrypt(properties, ['kms:Decrypt']),
        ],
      },
    },
    at,
  );
}
