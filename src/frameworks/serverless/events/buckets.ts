import {
  asMap,
  entriesOf,
  get,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  withEntry,
  withoutEntry,
} from '#frameworks/cloudformation/nodes';
import type { Row } from '#frameworks/cloudformation/rows';
import {
  ACCOUNT,
  dependsOn,
  eventsOfType,
  type FilledEvent,
  joined,
  PARTITION,
  permit,
  settingsOf,
  textIn,
} from '#frameworks/serverless/events/event';
import { alphanumeric, normalized, upperFirst } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataNode, MapNode } from '#syntax/document';

/**
 * What `provider.s3` says of a bucket that an event makes, by its key there.
 * Source: `s3/config-schema.js`, https://www.serverless.com/framework/docs/providers/aws/events/s3#custom-bucket-configuration
 */
const BUCKET_PROPERTIES = [
  'accelerateConfiguration',
  'accessControl',
  'analyticsConfigurations',
  'bucketEncryption',
  'corsConfiguration',
  'intelligentTieringConfigurations',
  'inventoryConfigurations',
  'lifecycleConfiguration',
  'loggingConfiguration',
  'metricsConfigurations',
  'notificationConfiguration',
  'objectLockConfiguration',
  'objectLockEnabled',
  'ownershipControls',
  'publicAccessBlockConfiguration',
  'replicationConfiguration',
  'tags',
  'versioningConfiguration',
  'websiteConfiguration',
] as const;

interface Bucket {
  /** What the events call it: its key in `provider.s3`, or its name. */
  readonly key: string;
  readonly name: DataNode;
  readonly at: FilledEvent;
  readonly configurations: Plain[];
  readonly waits: string[];
}

/** Buckets: `s3`. Those of the service are made; those that exist get their notification from a custom resource. */
export function lowerBuckets(service: Service): void {
  const events = eventsOfType(service, 's3');
  const isExisting = (event: FilledEvent): boolean =>
    get(event.value, 'existing') !== undefined && literal(get(event.value, 'existing')) !== 'false';
  const buckets = new Map<string, Bucket>();
  for (const event of events.filter((one) => !isExisting(one))) addTo(buckets, service, event);
  for (const bucket of buckets.values()) emitBucket(service, bucket);
  for (const event of events.filter(isExisting)) lowerExisting(service, event);
}

function addTo(buckets: Map<string, Bucket>, service: Service, event: FilledEvent): void {
  const { fn } = event;
  const settings = settingsOf(event, 'bucket');
  const written = get(settings, 'bucket') ?? event.value;
  const key = textIn(written) ?? `event-${event.index}`;
  const name = get(service.provider, 's3', key, 'name') ?? written;
  const bucket = buckets.get(key) ?? { key, name, at: event, configurations: [], waits: [] };
  buckets.set(key, bucket);
  const rules = itemsOf(get(settings, 'rules')).flatMap(entriesOf);
  bucket.configurations.push({
    Event: get(settings, 'event') ?? 's3:ObjectCreated:*',
    Function: fn.target,
    Filter: get(settings, 'rules') && {
      S3Key: { Rules: rules.map((rule) => ({ Name: rule.key, Value: rule.value })) },
    },
  });
  const permission = `${normalized(fn.key)}LambdaPermission${alphanumeric(key)}S3`;
  bucket.waits.push(permission, ...(fn.alias ? [fn.alias.logicalId] : []));
  permit(service, event, permission, {
    Principal: 's3.amazonaws.com',
    SourceArn: joined('arn:', PARTITION, service.text([':s3:::', name], name.span)),
    SourceAccount: ACCOUNT,
  });
}

function emitBucket(service: Service, { key, name, at: { fn, at }, configurations, waits }: Bucket): void {
  const configured = asMap(get(service.provider, 's3', key));
  let properties: MapNode = mapOf({ BucketName: name }, at);
  let notifications = mapOf({ LambdaConfigurations: configurations }, at);
  for (const entry of entriesOf(configured)) {
    const property = upperFirst(entry.key);
    if (entry.key === 'name') continue;
    if (property === 'NotificationConfiguration') {
      for (const one of entriesOf(entry.value))
        notifications = withEntry(notifications, one.key, one.value, one.keySpan);
      continue;
    }
    properties = withEntry(withoutEntry(properties, property), property, entry.value, entry.keySpan);
  }
  properties = withEntry(properties, 'NotificationConfiguration', notifications, at);
  const rows: readonly Row[] = BUCKET_PROPERTIES.map((own) => ({ own: ['s3', key, own], cfn: [upperFirst(own)] }));
  service.generate(fn, `S3Bucket${alphanumeric(key)}`, 'AWS::S3::Bucket', properties, at, {
    origin: [{ base: service.provider, rows }],
    attributes: dependsOn(at, ...waits),
  });
}

/** The notification of a bucket that exists is set up by a custom resource at deployment. */
function lowerExisting(service: Service, event: FilledEvent): void {
  const { fn, at } = event;
  const settings = settingsOf(event, 'bucket');
  const id = `${normalized(fn.key)}CustomS31`;
  const rules = itemsOf(get(settings, 'rules')).flatMap(entriesOf);
  const config = node(
    {
      Event: get(settings, 'event') ?? 's3:ObjectCreated:*',
      Rules: rules.map((rule) => ({ [upperFirst(rule.key)]: rule.value })),
    },
    at,
  );
  const before = service.lowered.get(id);
  if (before) {
    service.amend(id, (of) => withEntry(of, 'BucketConfigs', node([...itemsOf(get(of, 'BucketConfigs')), config], at)));
    return;
  }
  const handler = 'CustomDashresourceDashexistingDashs3LambdaFunction';
  service.generate(
    fn,
    id,
    'Custom::S3',
    {
      ServiceToken: { 'Fn::GetAtt': [handler, 'Arn'] },
      FunctionName: fn.name,
      BucketName: get(settings, 'bucket'),
      BucketConfigs: [config],
    },
    at,
    { attributes: dependsOn(at, fn.logicalId, handler) },
  );
}
