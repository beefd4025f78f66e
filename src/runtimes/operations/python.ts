import type { Api } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { isWrangler } from '#runtimes/operations/awswrangler';
import { type Input, input, inputOf, namedInput } from '#runtimes/operations/input';
import { operationName } from '#runtimes/operations/names';
import { isPynamo, pynamoCall } from '#runtimes/operations/pynamodb';
import { importedByPython, isHarmlessPythonCall, pythonLibraryCall } from '#runtimes/operations/python-libraries';
import { copySource, madeBy, resourceCall } from '#runtimes/operations/python-resources';
import { waitedFor } from '#runtimes/operations/waiters';
import type { OperationWatch, SdkReader } from '#runtimes/operations/watch';

/** Clients by themselves, and those of resources. */
const CLIENT =
  /^boto3\.(?:client\(([\w-]{1,60})\)|resource\(([\w-]{1,60})\)(?:\.[A-Z]\w{1,40}\(\))?\.meta\.client)(?:\.(\w{1,80}|\[\]))?$/;
const AFTER =
  /^boto3\.(?:client\(([\w-]{1,60})\)|resource\(([\w-]{1,60})\)\.meta\.client)\.(get_paginator|get_waiter)\(\)\.(\w{1,40})$/;
const MADE = /^boto3\.(?:client|resource)\(([\w-]{1,60})\)/;
const MAKES =
  /^(?:boto3\.(?:client|resource)|(?:boto3|aioboto3|boto3\.session)\.Session\(\)\.(?:client|resource)|(?:aiobotocore|botocore)\.session\.\w{1,30}\(\)\.create_client)$/;

/** Methods of clients that call nothing. */
const CALLS_NOTHING = new Set(
  'can_paginate close exceptions meta waiter_names get_paginator get_waiter __enter__ __exit__ __aenter__ __aexit__'.split(
    ' ',
  ),
);

/** boto3, and what is made of it. */
export const PYTHON_SDK: SdkReader = {
  called(view, watch) {
    const { path } = view;
    return (
      pythonLibraryCall(path, view, watch) ||
      pynamoCall(path, view, watch) ||
      makes(path, view, watch) ||
      clientCall(path, view, watch) ||
      resourceCall(path, view, watch) ||
      isHarmlessPythonCall(path)
    );
  },
  client: (outside) => serviceOf(outside),
  imported: importedByPython,
  operationOf: operationName,
  isMaker: ({ callee }, name) =>
    (name === 'client' || name === 'resource') &&
    callee.kind === 'member' &&
    callee.object.kind === 'name' &&
    /^(?:aio)?boto3$|[sS]ession$/.test(callee.object.name),
};

/** Of a client, a resource, and what a resource makes or a client's method is. */
function serviceOf({ path }: Api): string | undefined {
  if (isPynamo(path)) return 'dynamodb';
  if (isWrangler(path)) return 's3';
  if (!path.startsWith('boto3.')) return undefined;
  // An answer is no client.
  if (
    /\)\.[a-z]\w*\(\)/.test(path) &&
    !/\.(?:get_paginator|get_waiter|batch_writer|get_queue_by_name|create_queue|create_topic|create_table)\(\)$/.test(
      path,
    )
  )
    return undefined;
  return MADE.exec(path)?.[1];
}

function makes(path: string, view: CallView, watch: OperationWatch): boolean {
  if (!MAKES.test(path)) return false;
  const name = view.constant(view.either(0, 'service_name'));
  if (typeof name === 'string') watch.client(name, view);
  else watch.gap('the client is chosen at run time', view.at);
  return true;
}

function clientCall(path: string, view: CallView, watch: OperationWatch): boolean {
  const after = AFTER.exec(path);
  if (after) {
    afterwards(after[1] ?? after[2] ?? '', after[3] ?? '', after[4] ?? '', view, watch);
    return true;
  }
  const [, own, inner, method] = CLIENT.exec(path) ?? [];
  const service = own ?? inner;
  if (service === undefined) return path.startsWith('boto3.client(');
  watch.used(view.receiver);
  if (method === '[]') watch.gap('the operation is chosen at run time', view.at, service);
  else if (method !== undefined && !special(service, method, view, watch) && !CALLS_NOTHING.has(method))
    watch.operation(service, operationOf(method), namedInput(view.machine, view.args), view.at, {
      client: view.receiver,
    });
  return true;
}

/** `put_item` is `PutItem`. */
function operationOf(method: string): string {
  return method
    .split('_')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}

function afterwards(service: string, kind: string, method: string, view: CallView, watch: OperationWatch): void {
  watch.used(view.receiver);
  if (method !== 'paginate' && method !== 'wait') return;
  const made = madeBy(view.receiver, `.${kind}()`);
  const [name] =
    (made?.args?.list[0] ?? made?.args?.named.get('operation_name') ?? made?.args?.named.get('waiter_name'))
      ?.constants ?? [];
  const operation =
    typeof name !== 'string' ? undefined : kind === 'get_waiter' ? waitedFor(service, name) : operationOf(name);
  if (operation === undefined)
    watch.gap(`what is ${method === 'wait' ? 'waited for' : 'paginated'} is not known`, view.at, service);
  else watch.operation(service, operation, namedInput(view.machine, view.args), view.at, { client: view.receiver });
}

/** Methods of clients that are no operations of their names. */
function special(service: string, method: string, view: CallView, watch: OperationWatch): boolean {
  const client = view.receiver;
  // Lists of access, tags and versions are passed in the fourth argument, and in the fields of a form.
  const hasMore = method === 'generate_presigned_post' || view.args.list.length > 3 || view.args.named.has('ExtraArgs');
  const bucket = (at: number): Input => {
    const value = view.either('Bucket', at);
    return input({ Bucket: value && argumentOf(view.machine, value) }, !hasMore);
  };
  if (service === 's3' && (method === 'upload_file' || method === 'upload_fileobj')) {
    watch.operation('s3', 'PutObject', bucket(1), view.at, { client });
    watch.operation('s3', 'AbortMultipartUpload', bucket(1), view.at, { client, occasional: true });
  } else if (service === 's3' && (method === 'download_file' || method === 'download_fileobj'))
    watch.operation('s3', 'GetObject', bucket(0), view.at, { client });
  else if (service === 's3' && method === 'copy') {
    const { resources } = bucket(1);
    const given = { resources: new Map([...resources, ...Object.entries(copySource(view))]), whole: !hasMore };
    watch.operation('s3', 'CopyObject', given, view.at, { client });
  } else if (service === 's3' && method === 'generate_presigned_post')
    watch.operation('s3', 'PutObject', bucket(0), view.at, { client });
  else if (method === 'generate_presigned_url') {
    const name = view.constant(view.either('ClientMethod', 0));
    if (typeof name !== 'string') watch.gap('what is signed is chosen at run time', view.at, service);
    else
      watch.operation(service, operationOf(name), inputOf(view.machine, view.either('Params', 1)), view.at, { client });
  } else if (method === 'generate_db_auth_token')
    watch.operation('rds-db', 'connect', input({}, false), view.at, { client });
  else if (method === 'generate_db_connect_auth_token')
    watch.operation('dsql', 'DbConnect', input({}, false), view.at, { client });
  else if (method === 'generate_db_connect_admin_auth_token')
    watch.operation('dsql', 'DbConnectAdmin', input({}, false), view.at, { client });
  else return false;
  return true;
}
