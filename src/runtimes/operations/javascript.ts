import { sdkClient } from '#model/sdk-client';
import type { Api, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { isToolbox, toolboxCall } from '#runtimes/operations/dynamodb-toolbox';
import { dynamooseCall, isDynamoose } from '#runtimes/operations/dynamoose';
import { electroCall, isElectro } from '#runtimes/operations/electrodb';
import { type Input, input, inputOf, NO_INPUT } from '#runtimes/operations/input';
import { importedByJavaScript, isHarmlessCall, libraryCall } from '#runtimes/operations/javascript-libraries';
import { DOCUMENT_COMMANDS, DOCUMENT_METHODS, operationName } from '#runtimes/operations/names';
import { waitedFor } from '#runtimes/operations/waiters';
import type { OperationWatch, SdkReader } from '#runtimes/operations/watch';

/** Packages and their default exports are the same. */
function normal(path: string): string {
  return path.includes('.default') ? path.replaceAll(/\.default(?=[.(]|$)/g, '') : path;
}

/** Of v3: `@aws-sdk/client-s3.S3Client`, with what follows it. */
const V3 = /^@aws-sdk\/client-([a-z0-9-]{1,60})\.(\w{1,80})(\(\))?(?:\.([\w[\]]{1,80}))?$/;
const DOCUMENT_V3 =
  /^@aws-sdk\/lib-dynamodb\.(?:DynamoDBDocumentClient|DynamoDBDocument)(?:\.from)?(\(\))?(?:\.([\w[\]]{1,80}))?$/;
const DOCUMENT_COMMAND = /^@aws-sdk\/lib-dynamodb\.(\w{1,60})Command$/;
/** Of v2: `aws-sdk.S3`, `aws-sdk/clients/s3`, `aws-sdk.DynamoDB.DocumentClient`. */
const V2 =
  /^aws-sdk(?:\/(?:global|index))?\.([A-Z]\w{1,60})(\.DocumentClient|\.ManagedUpload)?(\(\))?(?:\.([\w[\]]{1,80}))?$/;
const V2_CLIENT =
  /^aws-sdk\/clients\/([a-z0-9]{1,60})(?:\.[A-Z][A-Z0-9]\w{0,60})?(\.DocumentClient|\.ManagedUpload)?(\(\))?(?:\.([\w[\]]{1,80}))?$/;

/** What is not a client among what `aws-sdk` exports. */
const V2_OTHERS =
  /^(?:\w*Credentials|Config|Endpoint|Request|Response|Service|HttpRequest|Signers|TokenProviderChain|EC2MetadataService|XML|JSON|util)$/i;

/** Methods of clients that call nothing. */
const CALLS_NOTHING = new Set(
  'config destroy middlewareStack on once removeListener removeAllListeners setupRequestListeners defineService endpoint bind toString [] getSignedCookie addAllRequestListeners updateServiceRegion'.split(
    ' ',
  ),
);

/** Members of a client's package that are no clients: its errors, enumerations and types. */
function isClientClass(name: string): boolean {
  return (
    /^[A-Z]/.test(name) &&
    !/(?:Exception|Error|Fault|Command)$/.test(name) &&
    (/Client$/.test(name) || sdkClient(name) !== undefined)
  );
}

/** AWS's SDKs for JavaScript. */
export const JAVASCRIPT_SDK: SdkReader = {
  called(view, watch) {
    const path = normal(view.path);
    return (
      libraryCall(path, view, watch) ||
      electroCall(path, view, watch) ||
      toolboxCall(path, view, watch) ||
      dynamooseCall(path, view, watch) ||
      version3(path, view, watch) ||
      version2(path, view, watch) ||
      isHarmlessCall(path)
    );
  },
  client: (outside) => serviceOf(outside),
  imported: importedByJavaScript,
  operationOf: operationName,
  isMaker: ({ how, callee }, name, text) => {
    if (how !== 'new') return false;
    if (callee.kind === 'member') return callee.object.kind === 'name' && callee.object.name === 'AWS';
    return /[a-z]Command$/.test(name) && text.includes('@aws-sdk/');
  },
};

function serviceOf({ path }: Api): string | undefined {
  const plain = normal(path);
  if (isElectro(plain) || isToolbox(plain) || isDynamoose(plain)) return 'dynamodb';
  const [, name = '', made, method] = V3.exec(plain) ?? [];
  const v3 = made && method === undefined ? V3.exec(plain)?.[2] : undefined;
  if (v3 !== undefined && isClientClass(v3)) return name;
  // A method that is handed on is the client's.
  if (made && method !== undefined && isClientClass(V3.exec(plain)?.[2] ?? '')) return name;
  if (DOCUMENT_V3.exec(plain)?.[1]) return 'dynamodb';
  const v2 = V2.exec(plain);
  if (v2?.[3] && !V2_OTHERS.test(v2[1] ?? '')) return v2[1];
  const client = V2_CLIENT.exec(plain);
  return client?.[3] ? client[1] : undefined;
}

function version3(path: string, view: CallView, watch: OperationWatch): boolean {
  if (!path.startsWith('@aws-sdk/')) return false;
  const document = DOCUMENT_COMMAND.exec(path)?.[1];
  if (document !== undefined) {
    watch.command('dynamodb', DOCUMENT_COMMANDS[document] ?? document, passed(view, 0), view);
    return true;
  }
  const onDocument = DOCUMENT_V3.exec(path);
  if (onDocument) {
    const [, isMade, method] = onDocument;
    if (!isMade) {
      watch.used(view.arg(0));
      watch.client('dynamodb', view);
    } else if (method === 'send') sent('dynamodb', view, watch);
    else if (method !== undefined && !CALLS_NOTHING.has(method)) documentCall(method, view, watch);
    return true;
  }
  const paginated = /^@aws-sdk\/(?:client-([a-z0-9-]{1,60})|lib-dynamodb)\.paginate([A-Z]\w{1,80})$/.exec(path);
  if (paginated) {
    const [, name = 'dynamodb', operation = ''] = paginated;
    const client = view.arg('0.client');
    watch.used(view.arg(0), client);
    watch.operation(name, operation, passed(view, 1), view.at, { client });
    return true;
  }
  const [, name = '', member = '', made, method] = V3.exec(path) ?? [];
  if (name === '') return false;
  if (/^[a-z]/.test(member)) return waited(name, member, view, watch);
  if (!made) {
    const command = /^(\w+)Command$/.exec(member)?.[1];
    if (command !== undefined) watch.command(name, command, passed(view, 0), view);
    else if (isClientClass(member)) {
      watch.client(name, view);
      watch.used(view.arg(0));
    }
    return true;
  }
  if (method === undefined || !isClientClass(member)) return true;
  if (method === 'send') sent(name, view, watch);
  else if (!CALLS_NOTHING.has(method)) called(name, capitalized(method), view, watch);
  return true;
}

function waited(name: string, member: string, view: CallView, watch: OperationWatch): boolean {
  const state = /^wait(?:Until|For)([A-Z]\w{1,80})$/.exec(member)?.[1];
  if (state === undefined) return true;
  const client = view.arg('0.client') ?? view.arg(0);
  watch.used(view.arg(0), client);
  const operation = waitedFor(name, state);
  if (operation === undefined) watch.gap(`what ${member} waits for is not known`, view.at, name);
  else watch.operation(name, operation, passed(view, 1), view.at, { client });
  return true;
}

/** `client.send(command)`: the command says what is called. */
function sent(service: string, view: CallView, watch: OperationWatch): void {
  watch.used(view.receiver);
  const command = view.arg(0);
  if (!watch.sent(command?.apis ?? [], view.receiver)) watch.gap('the command is chosen at run time', view.at, service);
}

function called(service: string, name: string, view: CallView, watch: OperationWatch): void {
  watch.used(view.receiver);
  const first = view.arg(0);
  const isCallback = first !== undefined && first.closures.length > 0;
  watch.operation(service, name, isCallback ? input({}) : passed(view, 0), view.at, { client: view.receiver });
}

function documentCall(method: string, view: CallView, watch: OperationWatch): void {
  const name = DOCUMENT_METHODS[method];
  watch.used(view.receiver);
  if (name !== undefined) called('dynamodb', name, view, watch);
  else if (method !== 'createSet' && method !== 'destroy')
    watch.gap(`what ${method} of the document client calls is not known`, view.at, 'dynamodb');
}

function passed(view: CallView, at: number): Input {
  return view.args.rest && view.args.list.length <= at ? NO_INPUT : inputOf(view.machine, view.args.list[at]);
}

function version2(path: string, view: CallView, watch: OperationWatch): boolean {
  if (!path.startsWith('aws-sdk')) return false;
  if (/^aws-sdk(?:\/global)?\.\[\]/.test(path)) {
    watch.gap('the client is chosen at run time', view.at);
    return true;
  }
  const [, service = '', kind, made, method] = V2.exec(path) ?? V2_CLIENT.exec(path) ?? [];
  if (service === '') return true;
  if (V2_OTHERS.test(service)) return true;
  if (kind === '.ManagedUpload') {
    if (!made) watch.operation('s3', 'PutObject', inputOf(view.machine, view.arg('0.params')), view.at);
    return true;
  }
  if (!made) {
    watch.client(service, view);
    watch.used(view.arg('0.service'));
    return true;
  }
  if (method === undefined) return true;
  watch.used(view.receiver);
  if (method === '[]') watch.gap('the operation is chosen at run time', view.at, service);
  else if (kind === '.DocumentClient') documentCall(method, view, watch);
  else version2Call(service, method, view, watch);
  return true;
}

function version2Call(service: string, method: string, view: CallView, watch: OperationWatch): void {
  watch.used(view.receiver);
  const named = (): string | undefined => {
    const name = view.constant(view.arg(0));
    return typeof name === 'string' ? name : undefined;
  };
  if (method === 'makeRequest' || method === 'getSignedUrl' || method === 'getSignedUrlPromise') {
    const name = named();
    if (name === undefined) watch.gap('the operation is chosen at run time', view.at, service);
    else watch.operation(service, capitalized(name), passed(view, 1), view.at, { client: view.receiver });
  } else if (method === 'waitFor') {
    const operation = waitedFor(service, named() ?? '');
    if (operation === undefined) watch.gap('what is waited for is not known', view.at, service);
    else watch.operation(service, operation, passed(view, 1), view.at, { client: view.receiver });
  } else if (method === 'upload' && service.toLowerCase() === 's3') uploaded(passed(view, 0), view, watch);
  else if (method === 'createPresignedPost')
    watch.operation(service, 'PutObject', { ...passed(view, 0), whole: false }, view.at, { client: view.receiver });
  else if (!CALLS_NOTHING.has(method)) called(service, capitalized(method), view, watch);
}

/** Large objects are sent in parts, and those that fail are given up. */
export function uploaded(given: Input, view: CallView, watch: OperationWatch, client: Value = view.receiver): void {
  watch.operation('s3', 'PutObject', given, view.at, { client });
  watch.operation('s3', 'AbortMultipartUpload', { ...given, whole: true }, view.at, { client, occasional: true });
}

function capitalized(method: string): string {
  return `${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}
