import type { CallView } from '#runtimes/engine/view';
import { input } from '#runtimes/operations/input';
import { bucketOf } from '#runtimes/operations/s3-urls';
import type { OperationWatch } from '#runtimes/operations/watch';

/*
 * What the AWS SDK for pandas calls: https://aws-sdk-pandas.readthedocs.io/en/stable/api.html and `awswrangler/s3` of 3.17.1. A path that is
 * a text is a prefix that is listed first, a list of paths is not.
 */

interface Method {
  readonly calls: string;
  /** Where the path is passed, by position and by name. */
  readonly path: number;
  readonly mayCall?: readonly string[];
  readonly writes?: true;
}

const LISTING = ['ListObjectsV2'] as const;
const READS: Method = { calls: 'GetObject', path: 0, mayCall: LISTING };
const WRITES: Method = { calls: 'PutObject', path: 1, mayCall: LISTING, writes: true };
const DESCRIBES: Method = { calls: 'HeadObject', path: 0, mayCall: LISTING };
const LISTS: Method = { calls: 'ListObjectsV2', path: 0 };

const S3: Readonly<Record<string, Method>> = {
  read_csv: READS,
  read_fwf: READS,
  read_json: READS,
  read_parquet: READS,
  read_orc: READS,
  read_parquet_metadata: READS,
  read_orc_metadata: READS,
  download: { calls: 'GetObject', path: 0 },
  to_csv: WRITES,
  to_json: WRITES,
  to_parquet: WRITES,
  to_orc: WRITES,
  upload: { calls: 'PutObject', path: 1 },
  delete_objects: { calls: 'DeleteObjects', path: 0, mayCall: LISTING },
  list_objects: LISTS,
  list_directories: LISTS,
  does_object_exist: { calls: 'HeadObject', path: 0 },
  describe_objects: DESCRIBES,
  size_objects: DESCRIBES,
};

/** What else may be called by each module, or by anything in it that is not told above. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  s3: ['s3', 'glue', 'kms', 's3tables', 's3vectors', 'dynamodb', 'lakeformation'],
  athena: ['athena', 'glue', 's3', 'kms'],
  dynamodb: ['dynamodb'],
  secretsmanager: ['secretsmanager'],
  sqs: ['sqs'],
};

/** Whether something from outside is what reads and writes, so that who gets it may call. */
export function isWrangler(path: string): boolean {
  return /^awswrangler(?:\.s3(?:\.\w{1,60})?)?$/.test(path);
}

/** Takes down what a call of awswrangler calls. The answer is whether it is one. */
export function wranglerCall(path: string, view: CallView, watch: OperationWatch): boolean {
  if (path === 'builtins.getattr' && typeof view.constant(view.arg(1)) !== 'string') {
    const isOf = view.arg(0)?.apis.some((one) => /^awswrangler(?:\.\w{1,40})?$/.test(one.path));
    if (isOf) watch.gap('what is called of awswrangler is chosen at run time', view.at);
    return false;
  }
  const [, module, name = ''] = /^awswrangler\.(\w{1,40})\.(\w{0,60})/.exec(path) ?? [];
  if (module === undefined) return false;
  const method = module === 's3' && Object.hasOwn(S3, name) ? S3[name] : undefined;
  if (!method) {
    const services = Object.hasOwn(MODULES, module) ? MODULES[module] : undefined;
    for (const service of services ?? [undefined])
      watch.gap(`what awswrangler.${module} calls is not followed`, view.at, service);
  } else if (path === `awswrangler.s3.${name}`) ofS3(method, view, watch);
  return true;
}

function ofS3({ calls, path, mayCall = [], writes }: Method, view: CallView, watch: OperationWatch): void {
  const { list, named, rest } = view.args;
  const isSpread = rest !== undefined || list.length > 2 || view.node?.args.some((one) => one.spread) === true;
  const has = (name: string): boolean => isSpread || named.has(name);
  const session = view.arg('boto3_session');
  const isDataset = writes === true && has('dataset');
  // Keys, lists of access and versions are passed so.
  const whole = !has('s3_additional_kwargs') && !has('version_id');
  const given = input({ Bucket: bucketOf(view.machine, named.get('path') ?? list[path]) }, whole);
  const called = (name: string, occasional: boolean): void =>
    watch.operation('s3', name, given, view.at, { client: session, occasional });
  called(calls, isDataset);
  for (const name of [...mayCall, ...(isDataset ? ['DeleteObjects'] : [])]) called(name, true);
  if (has('s3_additional_kwargs'))
    watch.gap('what objects are encrypted with by awswrangler.s3 is not followed', view.at, 'kms');
  const isTable = /^(?:database|table|glue_table_settings|athena_partition_projection_settings|catalog_id)$/;
  if (writes && (isSpread || [...named.keys()].some((name) => isTable.test(name))))
    for (const service of ['glue', 'lakeformation'])
      watch.gap('what awswrangler.s3 calls for a table is not followed', view.at, service);
  watch.used(...view.all);
}
