import { get, itemsOf, literal, node, type Plain, withEntry } from '#frameworks/cloudformation/nodes';
import { forward, type Row, row } from '#frameworks/cloudformation/rows';
import {
  dependsOn,
  eventsOfType,
  type FilledEvent,
  filterCriteria,
  isOpen,
  listOf,
  nameIn,
  origin,
  roleOf,
  settingsOf,
  textIn,
} from '#frameworks/serverless/events/event';
import { alphanumeric, normalized, upperFirst } from '#frameworks/serverless/naming';
import type { Said, Service } from '#frameworks/serverless/service';
import type { Datum } from '#model/patch';
import type { PropertyPath } from '#model/property';
import type { DataNode, MapNode } from '#syntax/document';

/** What all mappings say alike. */
const COMMON: readonly Row[] = [row('arn', 'EventSourceArn'), row('batchSize', 'BatchSize'), row('enabled', 'Enabled')];
const FILTERS = row('filterPatterns', 'FilterCriteria.Filters');
const WINDOW = row('maximumBatchingWindow', 'MaximumBatchingWindowInSeconds');

/** Source: `sqs.js`, https://www.serverless.com/framework/docs/providers/aws/events/sqs */
const SQS_ROWS: readonly Row[] = [...COMMON, WINDOW, row('maximumConcurrency', 'ScalingConfig.MaximumConcurrency')];

/** Source: `stream.js`, https://www.serverless.com/framework/docs/providers/aws/events/streams */
const STREAM_ROWS: readonly Row[] = [
  ...COMMON,
  row('parallelizationFactor', 'ParallelizationFactor'),
  row('startingPosition', 'StartingPosition'),
  row('startingPositionTimestamp', 'StartingPositionTimestamp'),
  row('batchWindow', 'MaximumBatchingWindowInSeconds'),
  row('maximumRetryAttempts', 'MaximumRetryAttempts'),
  row('bisectBatchOnFunctionError', 'BisectBatchOnFunctionError'),
  row('maximumRecordAgeInSeconds', 'MaximumRecordAgeInSeconds'),
  row('tumblingWindowInSeconds', 'TumblingWindowInSeconds'),
];

const KAFKA_ROWS: readonly Row[] = [
  row('startingPosition', 'StartingPosition'),
  row('startingPositionTimestamp', 'StartingPositionTimestamp'),
  ...COMMON,
  WINDOW,
];

/** The one type of response that there is stands alone, not in a list. */
function responseWords(path: PropertyPath, value: Datum): Said | undefined {
  if (path[0] !== 'FunctionResponseTypes') return undefined;
  const [only, ...others] = Array.isArray(value) ? value : [value];
  return only === undefined || others.length > 0 ? undefined : { path: ['functionResponseType'], value: only };
}

/** The statement that reaching a cluster in a network needs. */
const NETWORK = {
  Effect: 'Allow',
  Action: [
    'ec2:CreateNetworkInterface',
    'ec2:DescribeNetworkInterfaces',
    'ec2:DescribeVpcs',
    'ec2:DeleteNetworkInterface',
    'ec2:DescribeSubnets',
    'ec2:DescribeSecurityGroups',
  ],
  Resource: ['*'],
} as const;

interface Mapping {
  readonly id: string;
  readonly event: FilledEvent;
  readonly settings: MapNode;
  readonly rows: readonly Row[];
  readonly properties: { readonly [key: string]: Plain | undefined };
  readonly waits?: readonly string[];
}

/** Emits a mapping: what the rows read, what is given, and what is said alike. */
function emit(service: Service, { id, event, settings, rows, properties, waits }: Mapping): void {
  const { fn, at } = event;
  let made = forward(rows, settings);
  const responses = get(settings, 'functionResponseType');
  const given: { readonly [key: string]: Plain | undefined } = {
    FunctionName: fn.target,
    FilterCriteria: filterCriteria(get(settings, 'filterPatterns')),
    FunctionResponseTypes: isOpen(responses) ? responses : listOf(responses),
    ...properties,
  };
  for (const [key, value] of Object.entries(given))
    if (value !== undefined) made = withEntry(made, key, node(value, at), keyOf(settings, value) ?? at);
  service.generate(fn, id, 'AWS::Lambda::EventSourceMapping', made, at, {
    ...origin(event, [...rows, FILTERS], { short: 'arn', words: responseWords }),
    attributes: dependsOn(at, roleOf(service, fn), fn.alias?.logicalId, ...(waits ?? [])),
  });
}

/** Where the key of a setting stands whose value is passed on as it is. */
function keyOf(settings: MapNode, value: Plain): DataNode['span'] | undefined {
  return settings.entries.find((entry) => entry.value === value)?.keySpan;
}

function allow(service: Service, event: FilledEvent, actions: readonly string[], resources: readonly Plain[]): void {
  service.grant(event.fn, { Effect: 'Allow', Action: actions, Resource: resources }, event.at);
}

/** Queues: `sqs`. */
export function lowerQueues(service: Service): void {
  for (const event of eventsOfType(service, 'sqs')) {
    const settings = settingsOf(event, 'arn');
    const arn = get(settings, 'arn');
    emit(service, {
      id: `${normalized(event.fn.key)}EventSourceMappingSQS${alphanumeric(nameIn(arn, ':', event.index))}`,
      event,
      settings,
      rows: SQS_ROWS,
      properties: { BatchSize: get(settings, 'batchSize') ?? 10, Enabled: get(settings, 'enabled') ?? true },
    });
    if (arn) allow(service, event, ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [arn]);
  }
}

/** The service that an ARN is of, where that is known. */
function serviceOf(arn: DataNode | undefined): string | undefined {
  return textIn(arn)?.split(':')[2] ?? /\barn:[^:]*:([a-z]+):/.exec(JSON.stringify(arn ?? null))?.[1];
}

const STREAM_ACTIONS: Readonly<Record<'dynamodb' | 'kinesis' | 'consumed', readonly string[]>> = {
  dynamodb: ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream', 'dynamodb:ListStreams'],
  kinesis: ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStream', 'kinesis:ListStreams'],
  consumed: ['kinesis:GetRecords', 'kinesis:GetShardIterator', 'kinesis:DescribeStreamSummary', 'kinesis:ListShards'],
};

/** Streams of DynamoDB and Kinesis: `stream`. */
export function lowerStreams(service: Service): void {
  for (const event of eventsOfType(service, 'stream')) {
    const { fn, at, index } = event;
    const settings = settingsOf(event, 'arn');
    const arn = get(settings, 'arn');
    const kind = literal(get(settings, 'type')) ?? serviceOf(arn) ?? 'stream';
    const name = streamName(arn, index);
    const consumer = kind === 'kinesis' ? get(settings, 'consumer') : undefined;
    const isNew = consumer?.kind === 'scalar' && consumer.value === true;
    const consumerName = consumerNameOf(service, fn.key, name);
    const consumerId = `${normalized(literal(consumerName) ?? `${fn.key}${name}Consumer`)}StreamConsumer`;
    const source: Plain | undefined = isNew ? { Ref: consumerId } : (consumer ?? arn);
    const failure = get(settings, 'destinations', 'onFailure');
    const destination = get(failure, 'arn') ?? failure;
    emit(service, {
      id: `${normalized(fn.key)}EventSourceMapping${upperFirst(kind)}${alphanumeric(name)}`,
      event,
      settings,
      rows: consumer ? STREAM_ROWS : STREAM_ROWS.filter(({ own }) => own[0] !== 'startingPositionTimestamp'),
      properties: {
        BatchSize: get(settings, 'batchSize') ?? 10,
        Enabled: get(settings, 'enabled') ?? true,
        StartingPosition: get(settings, 'startingPosition') ?? 'TRIM_HORIZON',
        EventSourceArn: source,
        DestinationConfig: destination && { OnFailure: { Destination: destination } },
      },
      ...(isNew ? { waits: [consumerId] } : {}),
    });
    if (isNew)
      service.generate(
        fn,
        consumerId,
        'AWS::Kinesis::StreamConsumer',
        { StreamARN: arn, ConsumerName: consumerName },
        at,
      );
    if (!arn) continue;
    const actions = kind === 'dynamodb' ? 'dynamodb' : consumer ? 'consumed' : 'kinesis';
    allow(service, event, STREAM_ACTIONS[actions], [arn]);
    if (consumer && source) allow(service, event, ['kinesis:SubscribeToShard'], [source]);
    if (!destination) continue;
    const isTopic = (literal(get(failure, 'type')) ?? serviceOf(destination)) === 'sns';
    allow(service, event, isTopic ? ['sns:Publish'] : ['sqs:ListQueues', 'sqs:SendMessage'], [destination]);
  }
}

/** `table/T/stream/2020` is named by what stands after the first slash, an intrinsic by its own name. */
function streamName(arn: DataNode | undefined, index: number): string {
  const text = textIn(arn);
  return text === undefined ? nameIn(arn, '/', index) : (text.split('/')[1] ?? `Event${index}`);
}

function consumerNameOf(service: Service, fn: string, stream: string): DataNode {
  const mode = get(service.provider, 'kinesis', 'consumerNamingMode');
  const parts: readonly Plain[] = mode
    ? [fn, stream, service.name, service.stage, 'Consumer']
    : [`${fn}${stream}Consumer`];
  return service.text(parts, service.name.span);
}

/** Types of access configurations. Source: `kafka.js` */
const ACCESS: Readonly<Record<string, { readonly type: string; readonly prefix?: string }>> = {
  vpcSubnet: { type: 'VPC_SUBNET', prefix: 'subnet:' },
  vpcSecurityGroup: { type: 'VPC_SECURITY_GROUP', prefix: 'security_group:' },
  saslPlainAuth: { type: 'BASIC_AUTH' },
  saslScram256Auth: { type: 'SASL_SCRAM_256_AUTH' },
  saslScram512Auth: { type: 'SASL_SCRAM_512_AUTH' },
  clientCertificateTlsAuth: { type: 'CLIENT_CERTIFICATE_TLS_AUTH' },
  serverRootCaCertificate: { type: 'SERVER_ROOT_CA_CERTIFICATE' },
};

/** Self-managed Kafka: `kafka`. */
export function lowerKafka(service: Service): void {
  for (const event of eventsOfType(service, 'kafka')) {
    const settings = settingsOf(event, 'topic');
    const topic = get(settings, 'topic');
    const configurations: Plain[] = [];
    const secrets: DataNode[] = [];
    let isInNetwork = false;
    const access = get(settings, 'accessConfigurations');
    for (const entry of access?.kind === 'map' ? access.entries : []) {
      const { type, prefix } = ACCESS[entry.key] ?? { type: entry.key };
      if (prefix !== undefined) isInNetwork = true;
      for (const value of itemsOf(entry.value)) {
        if (prefix === undefined && ACCESS[entry.key]) secrets.push(value);
        configurations.push({
          Type: type,
          URI: prefix === undefined ? value : service.text([prefix, value], value.span),
        });
      }
    }
    const servers = get(settings, 'bootstrapServers');
    const group = get(settings, 'consumerGroupId');
    emit(service, {
      id: `${normalized(event.fn.key)}EventSourceMappingKafka${alphanumeric(textIn(topic) ?? '').slice(0, 158)}`,
      event,
      settings,
      rows: KAFKA_ROWS,
      properties: {
        StartingPosition: get(settings, 'startingPosition') ?? 'TRIM_HORIZON',
        SelfManagedEventSource: servers && { Endpoints: { KafkaBootstrapServers: servers } },
        Topics: listOf(topic),
        SourceAccessConfigurations: configurations,
        SelfManagedKafkaEventSourceConfig: group && { ConsumerGroupId: group },
      },
    });
    if (secrets.length > 0) allow(service, event, ['secretsmanager:GetSecretValue'], secrets);
    if (isInNetwork) service.grant(event.fn, NETWORK, event.at);
  }
}

/** Managed Kafka: `msk`. */
export function lowerManagedKafka(service: Service): void {
  for (const event of eventsOfType(service, 'msk')) {
    const settings = settingsOf(event, 'arn');
    const arn = get(settings, 'arn');
    const topic = get(settings, 'topic');
    const cluster = streamName(arn, event.index);
    const secret = get(settings, 'saslScram512');
    const group = get(settings, 'consumerGroupId');
    const names = [cluster, textIn(topic) ?? ''].map((name) => alphanumeric(name).slice(0, 79));
    emit(service, {
      id: `${normalized(event.fn.key)}EventSourceMappingMSK${names.join('')}`,
      event,
      settings,
      rows: KAFKA_ROWS,
      properties: {
        StartingPosition: get(settings, 'startingPosition') ?? 'TRIM_HORIZON',
        Topics: listOf(topic),
        AmazonManagedKafkaEventSourceConfig: group && { ConsumerGroupId: group },
        SourceAccessConfigurations: secret && [{ Type: 'SASL_SCRAM_512_AUTH', URI: secret }],
      },
    });
    if (arn) allow(service, event, ['kafka:DescribeCluster', 'kafka:GetBootstrapBrokers'], [arn]);
    if (arn) service.grant(event.fn, NETWORK, event.at);
  }
}

/** Brokers: `activemq` and `rabbitmq`. */
export function lowerBrokers(service: Service): void {
  for (const [type, name] of [
    ['activemq', 'ActiveMQ'],
    ['rabbitmq', 'RabbitMQ'],
  ] as const) {
    for (const event of eventsOfType(service, type)) {
      const settings = settingsOf(event, 'arn');
      const arn = get(settings, 'arn');
      const queue = get(settings, 'queue');
      const secret = get(settings, 'basicAuthArn');
      const host = get(settings, 'virtualHost');
      emit(service, {
        id: `${normalized(event.fn.key)}EventSourceMapping${name}${alphanumeric(textIn(queue) ?? '').slice(0, 150)}`,
        event,
        settings,
        rows: [...COMMON, WINDOW],
        properties: {
          Queues: listOf(queue),
          SourceAccessConfigurations: [
            secret && { Type: 'BASIC_AUTH', URI: secret },
            host && type === 'rabbitmq' ? { Type: 'VIRTUAL_HOST', URI: host } : undefined,
          ],
        },
      });
      if (secret) allow(service, event, ['secretsmanager:GetSecretValue'], [secret]);
      if (arn) allow(service, event, ['mq:DescribeBroker'], [arn]);
      service.grant(event.fn, NETWORK, event.at);
    }
  }
}
