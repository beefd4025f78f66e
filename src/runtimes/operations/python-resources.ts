import type { OperationArgument } from '#model/operations';
import type { Api, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { input, namedInput } from '#runtimes/operations/input';
import type { OperationWatch } from '#runtimes/operations/watch';

/**
 * What boto3's resources call, by kind of resource and method, or collection and method: operations parted by spaces.
 * https://boto3.amazonaws.com/v1/documentation/api/latest/guide/resources.html
 */
interface Kind {
  readonly service: string;
  /** The parameters of the API that its identifiers are, in order. */
  readonly identifiers: readonly string[];
  /** What reading one of its attributes calls. */
  readonly load: string | undefined;
  /** Its attributes, as code reads them. */
  readonly attributes?: RegExp;
  readonly methods: Readonly<Record<string, string>>;
}

const OBJECT: Kind = {
  service: 's3',
  identifiers: ['Bucket', 'Key'],
  load: 'HeadObject',
  methods: {
    get: 'GetObject',
    put: 'PutObject',
    delete: 'DeleteObject',
    copy: 'CopyObject',
    copy_from: 'CopyObject',
    load: 'HeadObject',
    reload: 'HeadObject',
    restore_object: 'RestoreObject',
    wait_until_exists: 'HeadObject',
    wait_until_not_exists: 'HeadObject',
    upload_file: 'PutObject',
    upload_fileobj: 'PutObject',
    download_file: 'GetObject',
    download_fileobj: 'GetObject',
    initiate_multipart_upload: 'CreateMultipartUpload',
    'Acl.put': 'PutObjectAcl',
    'Acl.load': 'GetObjectAcl',
  },
};

const KINDS: Readonly<Record<string, Kind>> = {
  'dynamodb.Table': {
    service: 'dynamodb',
    identifiers: ['TableName'],
    load: 'DescribeTable',
    attributes:
      /\.(?:archival_summary|attribute_definitions|billing_mode_summary|creation_date_time|deletion_protection_enabled|global_secondary_indexes|global_table_\w+|item_count|key_schema|latest_stream_\w+|local_secondary_indexes|on_demand_throughput|provisioned_throughput|replicas|restore_summary|sse_description|stream_specification|table_arn|table_class_summary|table_id|table_size_bytes|table_status|warm_throughput)\b|getattr\(/,
    methods: {
      get_item: 'GetItem',
      put_item: 'PutItem',
      update_item: 'UpdateItem',
      delete_item: 'DeleteItem',
      query: 'Query',
      scan: 'Scan',
      batch_writer: 'BatchWriteItem',
      load: 'DescribeTable',
      reload: 'DescribeTable',
      update: 'UpdateTable',
      delete: 'DeleteTable',
      wait_until_exists: 'DescribeTable',
      wait_until_not_exists: 'DescribeTable',
    },
  },
  's3.Bucket': {
    service: 's3',
    identifiers: ['Bucket'],
    load: 'ListBuckets',
    attributes: /\.creation_date\b|getattr\(/,
    methods: {
      create: 'CreateBucket',
      delete: 'DeleteBucket',
      load: 'ListBuckets',
      put_object: 'PutObject',
      delete_objects: 'DeleteObjects',
      upload_file: 'PutObject',
      upload_fileobj: 'PutObject',
      download_file: 'GetObject',
      download_fileobj: 'GetObject',
      copy: 'CopyObject',
      wait_until_exists: 'HeadBucket',
      wait_until_not_exists: 'HeadBucket',
      'Acl.put': 'PutBucketAcl',
      'Policy.put': 'PutBucketPolicy',
      'Policy.delete': 'DeleteBucketPolicy',
      'Notification.put': 'PutBucketNotificationConfiguration',
      'Versioning.enable': 'PutBucketVersioning',
      'Versioning.suspend': 'PutBucketVersioning',
      'Website.put': 'PutBucketWebsite',
      'Tagging.put': 'PutBucketTagging',
      'Cors.put': 'PutBucketCors',
      'LifecycleConfiguration.put': 'PutBucketLifecycleConfiguration',
      // Collections, whose items are objects.
      objects: 'ListObjects',
      'objects.delete': 'DeleteObjects',
      'objects.[].get': 'GetObject',
      'objects.[].put': 'PutObject',
      'objects.[].delete': 'DeleteObject',
      'objects.[].copy_from': 'CopyObject',
      'objects.[].load': 'HeadObject',
      object_versions: 'ListObjectVersions',
      'object_versions.delete': 'DeleteObjects',
      'object_versions.[].delete': 'DeleteObject',
      'object_versions.[].get': 'GetObject',
      multipart_uploads: 'ListMultipartUploads',
    },
  },
  's3.Object': OBJECT,
  's3.ObjectSummary': OBJECT,
  's3.Bucket.Object': { ...OBJECT, identifiers: ['Key'] },
  's3.BucketPolicy': {
    service: 's3',
    identifiers: ['Bucket'],
    load: 'GetBucketPolicy',
    methods: { put: 'PutBucketPolicy', delete: 'DeleteBucketPolicy' },
  },
  'sqs.Queue': {
    service: 'sqs',
    identifiers: ['QueueUrl'],
    load: 'GetQueueAttributes',
    attributes: /\.attributes\b|getattr\(/,
    methods: {
      send_message: 'SendMessage',
      send_messages: 'SendMessageBatch',
      receive_messages: 'ReceiveMessage',
      delete_messages: 'DeleteMessageBatch',
      change_message_visibility_batch: 'ChangeMessageVisibilityBatch',
      purge: 'PurgeQueue',
      delete: 'DeleteQueue',
      load: 'GetQueueAttributes',
      set_attributes: 'SetQueueAttributes',
      'receive_messages.[].delete': 'DeleteMessage',
      'receive_messages.[].change_visibility': 'ChangeMessageVisibility',
      add_permission: 'AddPermission',
      remove_permission: 'RemovePermission',
    },
  },
  'sqs.Message': {
    service: 'sqs',
    identifiers: ['QueueUrl'],
    load: undefined,
    methods: { delete: 'DeleteMessage', change_visibility: 'ChangeMessageVisibility' },
  },
  'sns.Topic': {
    service: 'sns',
    identifiers: ['TopicArn'],
    load: 'GetTopicAttributes',
    attributes: /\.attributes\b|getattr\(/,
    methods: {
      publish: 'Publish',
      subscribe: 'Subscribe',
      confirm_subscription: 'ConfirmSubscription',
      delete: 'DeleteTopic',
      load: 'GetTopicAttributes',
      set_attributes: 'SetTopicAttributes',
      add_permission: 'AddPermission',
      subscriptions: 'ListSubscriptionsByTopic',
    },
  },
  'sns.PlatformEndpoint': {
    service: 'sns',
    identifiers: ['TargetArn'],
    load: 'GetEndpointAttributes',
    methods: { publish: 'Publish', delete: 'DeleteEndpoint', set_attributes: 'SetEndpointAttributes' },
  },
};

/** Actions and collections of a service's resource itself. */
const OWN: Readonly<Record<string, string>> = {
  'dynamodb.batch_get_item': 'BatchGetItem',
  'dynamodb.batch_write_item': 'BatchWriteItem',
  'dynamodb.create_table': 'CreateTable',
  'dynamodb.tables': 'ListTables',
  's3.create_bucket': 'CreateBucket',
  's3.buckets': 'ListBuckets',
  'sqs.create_queue': 'CreateQueue',
  'sqs.get_queue_by_name': 'GetQueueUrl',
  'sqs.queues': 'ListQueues',
  'sns.create_topic': 'CreateTopic',
  'sns.topics': 'ListTopics',
};

/** What these give is a resource of the kind. */
const GIVES: Readonly<Record<string, string>> = {
  'sqs.get_queue_by_name': 'sqs.Queue',
  'sqs.create_queue': 'sqs.Queue',
  'sns.create_topic': 'sns.Topic',
  'dynamodb.create_table': 'dynamodb.Table',
};
/** The kinds of what collections have. */
const COLLECTIONS: Readonly<Record<string, string>> = {
  'dynamodb.tables': 'dynamodb.Table',
  's3.buckets': 's3.Bucket',
  'sqs.queues': 'sqs.Queue',
  'sns.topics': 'sns.Topic',
};

const RESOURCE = /^boto3\.resource\(([\w-]{1,60})\)((?:\.[\w[\]]{1,80}|\(\))*)$/;
const FOLLOWED = new Set(['dynamodb', 's3', 'sqs', 'sns']);
/** Steps of a collection that change what is in it, and not what is called. */
const PAGING = new Set(['all', 'filter', 'limit', 'page_size', 'pages', 'iterator', '[]']);
const NOTHING = new Set(['get_available_subresources', 'exceptions', 'table_name', 'Message', 'Attr', 'Key']);

/** Takes down what a resource of boto3 calls. */
export function resourceCall(path: string, view: CallView, watch: OperationWatch): boolean {
  const [, service = '', rest = ''] = RESOURCE.exec(path) ?? [];
  if (service === '') return path.startsWith('boto3.resource(');
  watch.used(view.receiver);
  if (rest === '') return true;
  if (!FOLLOWED.has(service)) {
    watch.gap(`resources of ${service} are not followed`, view.at, service);
    return true;
  }
  const steps = rest.slice(1).replaceAll('()', '').split('.');
  const made = kindOf(service, steps);
  if (!made) {
    ownCall(service, steps, view, watch);
    return true;
  }
  const { kind, name, after } = made;
  const identified = identifiersOf(kind, name, view);
  if (after.length === 0) {
    // Reading an attribute loads it, and is no call: what is read of which value is not followed, but the name stands somewhere.
    if (kind.load !== undefined)
      watch.operation(kind.service, kind.load, input(identified), view.at, {
        client: view.receiver,
        occasional: true,
        ...(kind.attributes ? { shownBy: kind.attributes } : {}),
      });
    return true;
  }
  const key = after.filter((step, at) => at === after.length - 1 || !PAGING.has(step) || step === '[]');
  method(kind, named(key), identified, view, watch);
  return true;
}

function method(
  kind: Kind,
  key: string,
  identified: Readonly<Record<string, OperationArgument>>,
  view: CallView,
  watch: OperationWatch,
): void {
  const known = Object.hasOwn(kind.methods, key) ? kind.methods[key] : undefined;
  const last = key.split('.').at(-1) ?? '';
  if (known === undefined) {
    if (isAnswered(kind, key) || NOTHING.has(last) || NOTHING.has(key.split('.')[0] ?? '')) return;
    watch.gap(`what ${last} of a resource of ${kind.service} calls is not known`, view.at, kind.service);
    return;
  }
  const given = namedInput(view.machine, view.args);
  const whole = isTransfer(key) ? !hasExtra(key, view) : given.whole;
  const copied = known === 'CopyObject' ? copySource(view) : {};
  const resources = new Map([...given.resources, ...Object.entries(identified), ...Object.entries(copied)]);
  watch.operation(kind.service, known, { resources, whole }, view.at, { client: view.receiver });
  const listing = EMPTYING[key];
  if (listing !== undefined) watch.operation('s3', listing, input(identified), view.at, { client: view.receiver });
  if (/^upload_/.test(key))
    watch.operation('s3', 'AbortMultipartUpload', input(identified), view.at, {
      client: view.receiver,
      occasional: true,
    });
}

/** What a collection lists before it does something with each of what it has. */
const EMPTYING: Readonly<Record<string, string>> = {
  'objects.delete': 'ListObjects',
  'object_versions.delete': 'ListObjectVersions',
};

/** Whether an answer is asked, and not the resource. */
function isAnswered({ methods }: Kind, key: string): boolean {
  const steps = key.split('.');
  return steps.some((_, at) => {
    const before = steps.slice(0, at).join('.');
    return Object.hasOwn(methods, before) && !Object.keys(methods).some((other) => other.startsWith(`${before}.`));
  });
}

function isTransfer(key: string): boolean {
  return /^(?:upload|download)_file(?:obj)?$/.test(key) || key === 'copy';
}

/** Whether a transfer is passed more than the names of what is transferred: lists of access, tags, versions. */
function hasExtra(key: string, { args, path }: CallView): boolean {
  const names = /\.Bucket\(\)\.\w+$/.test(path) ? 2 : 1;
  return args.named.has('ExtraArgs') || args.list.length > names || args.rest !== undefined || key === 'copy';
}

/** `{'Bucket': …, 'Key': …}`, where an object is copied from. */
export function copySource(view: CallView): Readonly<Record<string, OperationArgument>> {
  const source = view.either('CopySource', 0);
  const bucket = source && view.field(source, 'Bucket');
  if (bucket) return { 'CopySource.Bucket': argumentOf(view.machine, bucket) };
  return source ? { CopySource: argumentOf(view.machine, source) } : {};
}

/** Collections and their items, by one key: `objects.[].delete`, `objects.delete`, `objects`. */
function named(steps: readonly string[]): string {
  const kept = steps.filter((step, at) => step !== '[]' || at < steps.length - 1);
  const last = kept.at(-1) ?? '';
  return kept.length > 1 && PAGING.has(last) ? kept.slice(0, -1).join('.') : kept.join('.');
}

function ownCall(service: string, steps: readonly string[], view: CallView, watch: OperationWatch): void {
  const [first = ''] = steps;
  if (first === 'meta') return;
  const operation = OWN[`${service}.${first}`];
  if (operation === undefined)
    watch.gap(`what ${first} of the resource of ${service} calls is not known`, view.at, service);
  else if (steps.slice(1).every((step) => PAGING.has(step)))
    watch.operation(service, operation, namedInput(view.machine, view.args), view.at, { client: view.receiver });
  // Asked of an answer, which is no resource, whatever its methods are called.
}

interface Made {
  readonly kind: Kind;
  /** The last step of what makes it. */
  readonly name: string;
  readonly after: readonly string[];
}

function kindOf(service: string, steps: readonly string[]): Made | undefined {
  const [first = '', second = ''] = steps;
  const given = GIVES[`${service}.${first}`];
  if (given !== undefined && steps.length > 1) {
    const kind = KINDS[given];
    return kind && { kind: { ...kind, identifiers: [] }, name: first, after: steps.slice(1) };
  }
  const items = KINDS[COLLECTIONS[`${service}.${first}`] ?? ''];
  const at = steps.lastIndexOf('[]');
  if (items && at > 0 && at < steps.length - 1)
    return { kind: { ...items, identifiers: [] }, name: first, after: steps.slice(at + 1) };
  const inner = KINDS[`${service}.${first}.${second}`];
  if (inner) return { kind: inner, name: second, after: steps.slice(2) };
  const kind = KINDS[`${service}.${first}`];
  return kind && { kind, name: first, after: steps.slice(1) };
}

/** What the resource was made with. */
function identifiersOf(kind: Kind, name: string, view: CallView): Readonly<Record<string, OperationArgument>> {
  const found: { [parameter: string]: OperationArgument } = {};
  const isMaking = view.path.endsWith(`.${name}`);
  const own = isMaking ? view.args : madeBy(view.receiver, `.${name}()`)?.args;
  kind.identifiers.forEach((parameter, at) => {
    const value = own?.list[at] ?? own?.named.get(NAMES[parameter] ?? '');
    found[parameter] = value ? argumentOf(view.machine, value) : { kind: 'unknown', why: 'is not seen' };
  });
  if (name === 'Object' && !kind.identifiers.includes('Bucket')) {
    const bucket = madeBy(view.receiver, '.Bucket()')?.args?.list[0];
    found.Bucket = bucket ? argumentOf(view.machine, bucket) : { kind: 'unknown', why: 'is not seen' };
  }
  return found;
}

const NAMES: Readonly<Record<string, string>> = {
  TableName: 'name',
  Bucket: 'bucket_name',
  Key: 'key',
  QueueUrl: 'url',
  TopicArn: 'arn',
  TargetArn: 'arn',
};

/** What a value comes from, by the end of its path. */
export function madeBy(value: Value, ending: string, depth = 0): Api | undefined {
  for (const one of value.apis) {
    if (one.path.endsWith(ending)) return one;
    const found = depth < 10 && one.receiver ? madeBy(one.receiver, ending, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}
