import type { OperationArgument } from '#model/operations';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { input, inputOf, NO_INPUT } from '#runtimes/operations/input';
import { isHarmlessPackage, packageOf } from '#runtimes/operations/javascript-packages';
import type { OperationWatch } from '#runtimes/operations/watch';
import type { Location } from '#source/file';

/** What a call of a library makes it call of AWS. */
type Library = (view: CallView, watch: OperationWatch) => void;

/** Names that nothing imports: what ECMAScript and Node give. */
const GLOBALS =
  /^(?:<|(?:console|JSON|Object|Promise|Array|Math|String|Number|Boolean|BigInt|Date|Symbol|Reflect|Error|TypeError|RangeError|Map|Set|WeakMap|WeakSet|RegExp|Buffer|URL|URLSearchParams|process|fetch|Headers|Request|Response|FormData|Blob|AbortController|TextEncoder|TextDecoder|setTimeout|setInterval|setImmediate|clearTimeout|clearInterval|queueMicrotask|structuredClone|parseInt|parseFloat|isNaN|isFinite|encodeURIComponent|decodeURIComponent|encodeURI|decodeURI|btoa|atob|performance|crypto|Intl|Uint8Array|awslambda)\b)/;

/** Clients of services by other packages, which are not followed: what each may call. */
const CALLING: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    'dynamodb-onetable': ['dynamodb'],
    '@typedorm/core': ['dynamodb'],
    '@typedorm/common': ['dynamodb'],
    typedorm: ['dynamodb'],
    '@aws/dynamodb-data-mapper': ['dynamodb'],
    '@aws/dynamodb-data-mapper-annotations': ['dynamodb'],
    '@shiftcoders/dynamo-easy': ['dynamodb'],
    'connect-dynamodb': ['dynamodb'],
    'ask-sdk-dynamodb-persistence-adapter': ['dynamodb'],
    'ask-sdk-s3-persistence-adapter': ['s3'],
    'ask-sdk': ['dynamodb', 's3'],
    'amazon-dax-client': ['dax', 'dynamodb'],
    '@amazon-dax-sdk/client-dax': ['dax', 'dynamodb'],
    '@amazon-dax-sdk/lib-dax': ['dax', 'dynamodb'],
    'amazon-qldb-driver-nodejs': ['qldb'],
    '@aws-crypto/client-node': ['kms'],
    '@aws-crypto/kms-keyring-node': ['kms'],
    '@anthropic-ai/bedrock-sdk': ['bedrock'],
    'sqs-consumer': ['sqs'],
    'sqs-producer': ['sqs'],
    'aws-secrets-manager-caching': ['secretsmanager'],
    's3-zip': ['s3'],
    'multer-s3': ['s3'],
    'aws-msk-iam-sasl-signer-js': ['kafka-cluster'],
    'aws-kcl': ['kinesis', 'dynamodb', 'cloudwatch'],
    'winston-cloudwatch': ['logs'],
    '@mikro-orm/dynamodb': ['dynamodb'],
    '@aws-sdk/ec2-metadata-service': [],
  }),
);

/** Signers that are told the service by a constant where they are made. */
const TOLD = /^@(?:smithy|aws-sdk)\/signature-v4$/;

const SIGNERS =
  /^(?:aws4|aws4-axios|aws4fetch|aws-sign2|aws-sigv4-fetch|aws-v4-sign-small|@smithy\/signature-v4|@aws-sdk\/signature-v4|@opensearch-project\/opensearch|aws-elasticsearch-connector|@acuris\/aws-es-connection|http-aws-es)/;

/** Packages whose calls are read here, or in the tables of the SDKs. */
const READ =
  /^(?:electrodb|dynamodb-toolbox|dynamoose|aws-sdk|@aws-sdk\/(?:client-[\w-]+|lib-dynamodb|lib-storage|s3-request-presigner|s3-presigned-post|rds-signer|dsql-signer|polly-request-presigner|credential-providers)|@aws-lambda-powertools\/(?:parameters|idempotency)|@aws\/durable-execution-sdk-js|@middy\/(?:ssm|secrets-manager|appconfig|s3|sts|dynamodb|rds-signer))$/;

/** Tells of an import that brings in what may call AWS unseen. */
export function importedByJavaScript(source: string, watch: OperationWatch, at: Location): void {
  const name = packageOf(source) || source;
  // Layers and paths of the bundler that lead nowhere in the repository.
  if (READ.test(name) || TOLD.test(name) || isHarmlessPackage(name) || /\.json$/.test(source)) return;
  const services = CALLING.get(name);
  if (services) {
    for (const service of services) watch.gap(`what ${name} calls is not followed`, at, service);
    return;
  }
  const why = SIGNERS.test(name) ? `requests are signed with ${name}` : `what ${name} calls is not known`;
  watch.gap(why, at);
}

/** Whether a call of something that is no client's calls nothing of AWS with what it is given. */
export function isHarmlessCall(path: string): boolean {
  if (/\.promisify(?:All)?$/.test(path)) return false;
  if (GLOBALS.test(path)) return true;
  return /^(?:aws-xray-sdk|aws-xray-sdk-core|@aws-lambda-powertools\/tracer)\b/.test(path);
}

/** Takes down what libraries call. The answer is whether the call is one of theirs. */
export function libraryCall(path: string, view: CallView, watch: OperationWatch): boolean {
  const library = Object.hasOwn(LIBRARIES, path) ? LIBRARIES[path] : undefined;
  if (!library) return false;
  library(view, watch);
  return true;
}

const argument = (view: CallView, value: Value | undefined): OperationArgument | undefined =>
  value && argumentOf(view.machine, value);

/** One operation on what an argument names. */
function on(service: string, operation: string, parameter: string, at: number | string): Library {
  return (view, watch) => {
    watch.used(...view.all);
    watch.operation(service, operation, input({ [parameter]: argument(view, view.arg(at)) }), view.at);
  };
}

const appConfig: Library = (view, watch) => {
  watch.operation('appconfigdata', 'StartConfigurationSession', NO_INPUT, view.at);
  watch.operation('appconfigdata', 'GetLatestConfiguration', NO_INPUT, view.at);
};

/** The keys of a map are names of parameters: https://docs.aws.amazon.com/powertools/typescript/latest/features/parameters/ */
const parametersByName: Library = (view, watch) => {
  const given = view.arg(0);
  const names = (given?.objects ?? []).flatMap((one) => [...one.fields.keys()]);
  const isKnown = names.length > 0 && !given?.open;
  const all = names.map((text): OperationArgument => ({ kind: 'literal', text }));
  const named: OperationArgument = isKnown
    ? { kind: 'several', of: all }
    : { kind: 'unknown', why: 'are put together at run time' };
  watch.operation('ssm', 'GetParameters', input({ Names: named }), view.at);
  watch.operation('ssm', 'GetParameter', input({ Name: named }), view.at, { occasional: true });
};

/** https://docs.aws.amazon.com/powertools/typescript/latest/features/idempotency/#required-resources */
const idempotency: Library = (view, watch) => {
  const table = argument(view, view.arg('0.tableName'));
  watch.used(view.arg(0));
  for (const operation of ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
    watch.operation('dynamodb', operation, input({ TableName: table }), view.at);
};

function tableProvider(...operations: readonly string[]): Library {
  return (view, watch) => {
    const made = view.receiver.apis.find(({ args }) => args);
    const options = made?.args?.list[0];
    const table = options && view.field(options, 'tableName');
    for (const operation of operations)
      watch.operation('dynamodb', operation, input({ TableName: argument(view, table) }), view.at);
  };
}

/** What middy's middleware is told to fetch: `{ fetchData: { key: what } }`. */
function fetched(view: CallView): readonly Value[] {
  const data = view.arg('0.fetchData');
  return (data?.objects ?? []).flatMap((one) =>
    [...one.fields.values()].flatMap((cell) => view.machine.state.get(cell) ?? []),
  );
}

function fetches(
  service: string,
  ...operations: readonly (readonly [name: string, parameter: string | undefined])[]
): Library {
  return (view, watch) => {
    const all = fetched(view);
    if (all.length === 0) watch.gap(`what is fetched of ${service} is not known`, view.at, service);
    for (const one of all)
      for (const [operation, parameter] of operations) {
        const given =
          parameter === undefined ? inputOf(view.machine, one) : input({ [parameter]: argument(view, one) });
        watch.operation(service, operation, given, view.at);
      }
  };
}

/** A name that ends in a slash stands for all below it: https://middy.js.org/docs/middlewares/ssm */
const middyParameters: Library = (view, watch) => {
  const all = fetched(view);
  if (all.length === 0) watch.gap('what is fetched of ssm is not known', view.at, 'ssm');
  for (const one of all) {
    const named = argumentOf(view.machine, one);
    const isPath = named.kind === 'literal' ? named.text.endsWith('/') : undefined;
    if (isPath !== false)
      watch.operation('ssm', 'GetParametersByPath', input({ Path: named }), view.at, {
        occasional: isPath === undefined,
      });
    if (isPath !== true)
      watch.operation('ssm', 'GetParameters', input({ Names: named }), view.at, { occasional: isPath === undefined });
  }
};

const presigned: Library = (view, watch) => {
  const client = view.arg(0);
  watch.used(client);
  const services = watch.clientsIn(client).map(({ service }) => service);
  if (!client || !watch.sent(view.arg(1)?.apis ?? [], client))
    watch.gap('the command that is signed is chosen at run time', view.at, services[0]);
};

const uploads: Library = (view, watch) => {
  const client = view.arg('0.client');
  watch.used(view.arg(0), client);
  const params = view.arg('0.params');
  const given = params ? inputOf(view.machine, params) : NO_INPUT;
  watch.operation('s3', 'PutObject', given, view.at, { client });
  watch.operation('s3', 'AbortMultipartUpload', { ...given, whole: true }, view.at, { client, occasional: true });
};

const assumes: Library = (view, watch) => {
  const params = view.arg('0.params') ?? view.arg(0);
  watch.operation('sts', 'AssumeRole', inputOf(view.machine, params), view.at);
};

const postPolicy: Library = (view, watch) => {
  watch.used(view.arg(0));
  // The fields of the form may ask for lists of access and tags.
  const given = { ...inputOf(view.machine, view.arg(1)), whole: false };
  watch.operation('s3', 'PutObject', given, view.at, { client: view.arg(0) });
};

/** What a wrapper gives is followed as what it wraps. */
const wraps: Library = (view, watch) => watch.used(...view.all);

/** `new SignatureV4({ service: 'appsync', … })`: what is signed is a request of one service. */
const signer: Library = (view, watch) => {
  const service = view.constant(view.arg('0.service'));
  watch.used(...view.all);
  watch.gap('requests are signed by hand', view.at, typeof service === 'string' ? service : undefined);
};

const signsLogin: Library = (view, watch) => {
  watch.operation('rds-db', 'connect', NO_INPUT, view.at);
};

/** `context.invoke(name, fn, payload)` of a durable function; the name may be left out, and then an object is the payload. */
const invokes: Library = (view, watch) => {
  const [first, second] = view.args.list;
  const isName = second !== undefined && !isData(second);
  watch.operation('lambda', 'Invoke', input({ FunctionName: argument(view, isName ? second : first) }), view.at);
};

function isData({ objects, constants, taints }: Value): boolean {
  return objects.length > 0 || taints.length > 0 || constants.some((one) => typeof one !== 'string');
}

/** The client that keeps the state may be given; its calls are those that every durable function makes. */
const keeps: Library = (view, watch) => watch.used(view.arg('1.client'));

const PARAMETERS = '@aws-lambda-powertools/parameters';

const LIBRARIES: Readonly<Record<string, Library>> = {
  '@aws-sdk/s3-request-presigner.getSignedUrl': presigned,
  '@aws-sdk/s3-request-presigner.S3RequestPresigner': (view, watch) =>
    watch.gap('what is signed is chosen at run time', view.at, 's3'),
  '@aws-sdk/s3-presigned-post.createPresignedPost': postPolicy,
  '@aws-sdk/lib-storage.Upload': uploads,
  '@aws-sdk/rds-signer.Signer': () => undefined,
  '@aws-sdk/rds-signer.Signer().getAuthToken': signsLogin,
  'aws-sdk.RDS.Signer': () => undefined,
  'aws-sdk.RDS.Signer().getAuthToken': signsLogin,
  '@aws-sdk/dsql-signer.DsqlSigner': () => undefined,
  '@aws-sdk/dsql-signer.DsqlSigner().getDbConnectAuthToken': (view, watch) =>
    watch.operation('dsql', 'DbConnect', NO_INPUT, view.at),
  '@aws-sdk/dsql-signer.DsqlSigner().getDbConnectAdminAuthToken': (view, watch) =>
    watch.operation('dsql', 'DbConnectAdmin', NO_INPUT, view.at),
  '@aws-sdk/polly-request-presigner.getSynthesizeSpeechUrl': (view, watch) =>
    watch.operation('polly', 'SynthesizeSpeech', NO_INPUT, view.at),
  '@aws-sdk/credential-providers.fromTemporaryCredentials': assumes,
  'aws-sdk.ChainableTemporaryCredentials': assumes,
  'aws-sdk.TemporaryCredentials': assumes,
  '@smithy/signature-v4.SignatureV4': signer,
  '@aws-sdk/signature-v4.SignatureV4': signer,
  '<context>.invoke': invokes,
  '@aws/durable-execution-sdk-js.withDurableExecution': keeps,
  'util.promisify': wraps,
  'bluebird.promisify': wraps,
  'bluebird.promisifyAll': wraps,
  [`${PARAMETERS}/ssm.SSMProvider`]: wraps,
  [`${PARAMETERS}/secrets.SecretsProvider`]: wraps,
  [`${PARAMETERS}/appconfig.AppConfigProvider`]: wraps,
  [`${PARAMETERS}/dynamodb.DynamoDBProvider`]: wraps,
  [`${PARAMETERS}/ssm.getParameter`]: on('ssm', 'GetParameter', 'Name', 0),
  [`${PARAMETERS}/ssm.getParameters`]: on('ssm', 'GetParametersByPath', 'Path', 0),
  [`${PARAMETERS}/ssm.getParametersByName`]: parametersByName,
  [`${PARAMETERS}/ssm.setParameter`]: on('ssm', 'PutParameter', 'Name', 0),
  [`${PARAMETERS}/ssm.SSMProvider().get`]: on('ssm', 'GetParameter', 'Name', 0),
  [`${PARAMETERS}/ssm.SSMProvider().getMultiple`]: on('ssm', 'GetParametersByPath', 'Path', 0),
  [`${PARAMETERS}/ssm.SSMProvider().getParametersByName`]: parametersByName,
  [`${PARAMETERS}/ssm.SSMProvider().set`]: on('ssm', 'PutParameter', 'Name', 0),
  [`${PARAMETERS}/secrets.getSecret`]: on('secretsmanager', 'GetSecretValue', 'SecretId', 0),
  [`${PARAMETERS}/secrets.SecretsProvider().get`]: on('secretsmanager', 'GetSecretValue', 'SecretId', 0),
  [`${PARAMETERS}/appconfig.getAppConfig`]: appConfig,
  [`${PARAMETERS}/appconfig.AppConfigProvider().get`]: appConfig,
  [`${PARAMETERS}/dynamodb.DynamoDBProvider().get`]: tableProvider('GetItem'),
  [`${PARAMETERS}/dynamodb.DynamoDBProvider().getMultiple`]: tableProvider('Query'),
  '@aws-lambda-powertools/idempotency/dynamodb.DynamoDBPersistenceLayer': idempotency,
  '@middy/ssm': middyParameters,
  '@middy/secrets-manager': fetches('secretsmanager', ['GetSecretValue', 'SecretId']),
  '@middy/appconfig': appConfig,
  '@middy/s3': fetches('s3', ['GetObject', undefined]),
  '@middy/sts': fetches('sts', ['AssumeRole', undefined]),
  '@middy/dynamodb': fetches('dynamodb', ['GetItem', undefined]),
  '@middy/rds-signer': signsLogin,
};
