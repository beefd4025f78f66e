import type { OperationArgument } from '#model/operations';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { wranglerCall } from '#runtimes/operations/awswrangler';
import { input, NO_INPUT } from '#runtimes/operations/input';
import { importedPynamo } from '#runtimes/operations/pynamodb';
import { isHarmlessModule } from '#runtimes/operations/python-packages';
import type { OperationWatch } from '#runtimes/operations/watch';
import type { Location } from '#source/file';

/** What a call of a library makes it call of AWS. */
type Library = (view: CallView, watch: OperationWatch) => void;

/** Packages that call AWS and are not followed, with the services that each may call; all of them where none is named. */
const CALLING: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    dynamorm: ['dynamodb'],
    flywheel: ['dynamodb'],
    s3fs: ['s3'],
    smart_open: ['s3'],
    aiobotocore_s3: ['s3'],
    opensearchpy: ['es', 'aoss'],
    aws_encryption_sdk: ['kms'],
    dynamodb_encryption_sdk: ['kms', 'dynamodb'],
    crhelper: ['lambda', 'events'],
    pyathena: ['athena', 's3', 'glue'],
    redshift_connector: ['redshift', 'redshift-serverless'],
    watchtower: ['logs'],
    boto_session_manager: [],
    aws_msk_iam_sasl_signer: ['kafka-cluster'],
    pyqldb: ['qldb'],
    amazondax: ['dax', 'dynamodb'],
    awslambdaric: [],
  }),
);

const SIGNERS =
  /^(?:aws_requests_auth|requests_aws_sign|requests_auth_aws_sigv4|botocore\.(?:signers|crt)|awscrt\.auth|httpx_aws_auth|httpx_auth_aws)\b/;

/** They read and write `s3://…` by themselves. */
const URLS =
  /^(?:pandas|polars|pyarrow|dask|fsspec|duckdb|xarray|zarr|modin|geopandas|torch|tensorflow|transformers|datasets)\b/;

/** What is given a place to read or write, of which its first argument does not show that it is none of S3's. */
const ELSEWHERE =
  /\b(?:s3a?:\/\/|S3FileSystem\b|fsspec\.\w)|\b(?:read|scan|write|to|open)_(?:csv|json|parquet|excel|feather|orc|pickle|table|fwf|html|xml|hdf|stata|sas|spss|ipc|ndjson|avro|delta|zarr|dataset|mfdataset|netcdf|file|text)\(\s{0,40}(?!\)|f?["']|(?:io\.)?(?:BytesIO|StringIO)\(|\w{1,30}\s{0,3}=(?!=))/;

/** Modules whose calls are read here, or by the tables of boto3. */
const READ =
  /^(?:requests_aws4auth|boto3|botocore|s3transfer|aioboto3|aiobotocore|aws_lambda_powertools|aws_secretsmanager_caching|aws_durable_execution_sdk_python|awswrangler)(?:\.|$)/;

/** Tells of an import that brings in what may call AWS unseen. */
export function importedByPython(source: string, watch: OperationWatch, at: Location): void {
  if (SIGNERS.test(source)) {
    watch.gap(`requests are signed with ${source}`, at);
    return;
  }
  if (/^aws_lambda_powertools\.utilities\.data_masking\.provider\b/.test(source))
    watch.gap('what data is masked with is not followed', at, 'kms');
  if (importedPynamo(source, watch, at) || READ.test(source) || isHarmlessModule(source)) return;
  const [name = ''] = source.split('.');
  if (URLS.test(source)) {
    if (ELSEWHERE.test(at.file.text)) watch.gap(`what ${name} reads and writes of s3 is not followed`, at, 's3');
    return;
  }
  const services = CALLING.get(name);
  if (!services) watch.gap(`what ${name} calls is not known`, at);
  else for (const service of services) watch.gap(`what ${name} calls is not followed`, at, service);
}

/** Calls of Python and of packages that call nothing with what they are given. */
export function isHarmlessPythonCall(path: string): boolean {
  return /^(?:<|(?:builtins|logging|json|aws_xray_sdk|boto3\.dynamodb|botocore\.(?:config|exceptions)|typing|functools\.(?:lru_cache|cache))\b)/.test(
    path,
  );
}

/** Takes down what libraries call. The answer is whether the call is one of theirs. */
export function pythonLibraryCall(path: string, view: CallView, watch: OperationWatch): boolean {
  if (wranglerCall(path, view, watch)) return true;
  const plain = path.replace(
    /^aws_lambda_powertools\.utilities\.(parameters|idempotency|feature_flags)\.(?:ssm|secrets|appconfig|dynamodb|persistence(?:\.dynamodb)?)\./,
    'aws_lambda_powertools.utilities.$1.',
  );
  const library = Object.hasOwn(LIBRARIES, plain) ? LIBRARIES[plain] : undefined;
  if (library) library(view, watch);
  else if (/^botocore\..*(?:Signer|SigV4|\.add_auth)/.test(plain)) watch.gap('a request is signed by hand', view.at);
  else return false;
  return true;
}

const argument = (view: CallView, value: Value | undefined): OperationArgument | undefined =>
  value && argumentOf(view.machine, value);

function on(service: string, operation: string, parameter: string, keyword: string, occasional?: string): Library {
  return (view, watch) => {
    const given = input({ [parameter]: argument(view, view.either(0, keyword)) });
    watch.operation(service, operation, given, view.at);
    if (occasional !== undefined) watch.operation(service, occasional, given, view.at, { occasional: true });
  };
}

const appConfig: Library = (view, watch) => {
  watch.operation('appconfigdata', 'StartConfigurationSession', NO_INPUT, view.at);
  watch.operation('appconfigdata', 'GetLatestConfiguration', NO_INPUT, view.at);
};

/** https://docs.powertools.aws.dev/lambda/python/latest/utilities/parameters/#fetching-parameters */
const parametersByName: Library = (view, watch) => {
  const given = view.either(0, 'parameters');
  const names = (given?.objects ?? []).flatMap((one) => [...one.fields.keys()]);
  const all = names.map((text): OperationArgument => ({ kind: 'literal', text }));
  const isKnown = names.length > 0 && !given?.open;
  const named: OperationArgument = isKnown
    ? { kind: 'several', of: all }
    : { kind: 'unknown', why: 'are put together at run time' };
  watch.operation('ssm', 'GetParameters', input({ Names: named }), view.at);
  watch.operation('ssm', 'GetParameter', input({ Name: named }), view.at, { occasional: true });
};

/** https://docs.powertools.aws.dev/lambda/python/latest/utilities/idempotency/#required-resources */
const idempotency: Library = (view, watch) => {
  const table = input({ TableName: argument(view, view.either('table_name', 0)) });
  for (const operation of ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'])
    watch.operation('dynamodb', operation, table, view.at);
};

function tableProvider(operation: string): Library {
  return (view, watch) => {
    const made = view.receiver.apis.find(({ args }) => args);
    const table = made?.args?.named.get('table_name') ?? made?.args?.list[0];
    watch.operation('dynamodb', operation, input({ TableName: argument(view, table) }), view.at);
  };
}

const cachedSecret: Library = on('secretsmanager', 'GetSecretValue', 'SecretId', 'secret_id', 'DescribeSecret');
const cached: Library = (view, watch) => {
  cachedSecret(view, watch);
  watch.operation(
    'secretsmanager',
    'DescribeSecret',
    input({ SecretId: argument(view, view.either(0, 'secret_id')) }),
    view.at,
  );
};

/** AWS's own command, and what runs other code. */
const RUNNING =
  /\baws\b|\bs3:|\b(?:python[\d.]{0,6}|node|deno|bun|npx|npm|java|ruby|perl|php|go|ba?sh|sh|make|terraform|kubectl|sam|cdk)\b|\.(?:py|m?js|sh|jar)\b/;

/** A command that runs may be AWS's own, or run what calls AWS. */
const command: Library = (view, watch) => {
  const [first] = view.all;
  const texts = first ? textsIn(view, first) : undefined;
  if (texts && !texts.some((text) => RUNNING.test(text))) return;
  watch.gap('a command is run that may call anything', view.at);
};

/** The constant pieces of a command; undefined where its first one is not known. */
function textsIn(view: CallView, value: Value): readonly string[] | undefined {
  const [list] = value.objects;
  const head = list ? view.field(value, '0') : value;
  const start = head?.text?.[0] ?? head?.constants[0];
  if (typeof start !== 'string' || start.trim() === '') return undefined;
  const others = (list ? [...list.fields.values()] : []).flatMap(
    (cell) => view.machine.state.get(cell)?.constants ?? [],
  );
  const pieces = head?.text?.filter((piece) => typeof piece === 'string') ?? [];
  return [start, ...pieces, ...others].filter((piece) => typeof piece === 'string');
}

/** `AWS4Auth(key, secret, region, 'es')`: what is signed is a request of one service. */
const signer: Library = (view, watch) => {
  const refreshed = view.arg('refreshable_credentials') !== undefined;
  const service = view.constant(view.arg('service') ?? view.arg(3) ?? (refreshed ? view.arg(1) : undefined));
  watch.gap('requests are signed by hand', view.at, typeof service === 'string' ? service : undefined);
};

/** `SigV4Auth(credentials, 'es', region)`. */
const bySignature: Library = (view, watch) => {
  const service = view.constant(view.either('service_name', 1));
  watch.gap('requests are signed by hand', view.at, typeof service === 'string' ? service : undefined);
};

const POWERTOOLS = 'aws_lambda_powertools.utilities.parameters';

const LIBRARIES: Readonly<Record<string, Library>> = {
  [`${POWERTOOLS}.get_parameter`]: on('ssm', 'GetParameter', 'Name', 'name'),
  [`${POWERTOOLS}.get_parameters`]: on('ssm', 'GetParametersByPath', 'Path', 'path'),
  [`${POWERTOOLS}.get_parameters_by_name`]: parametersByName,
  [`${POWERTOOLS}.set_parameter`]: on('ssm', 'PutParameter', 'Name', 'name'),
  [`${POWERTOOLS}.get_secret`]: on('secretsmanager', 'GetSecretValue', 'SecretId', 'name'),
  [`${POWERTOOLS}.set_secret`]: on('secretsmanager', 'PutSecretValue', 'SecretId', 'name', 'CreateSecret'),
  [`${POWERTOOLS}.get_app_config`]: appConfig,
  [`${POWERTOOLS}.SSMProvider().get`]: on('ssm', 'GetParameter', 'Name', 'name'),
  [`${POWERTOOLS}.SSMProvider().get_multiple`]: on('ssm', 'GetParametersByPath', 'Path', 'path'),
  [`${POWERTOOLS}.SSMProvider().get_parameters_by_name`]: parametersByName,
  [`${POWERTOOLS}.SSMProvider().set`]: on('ssm', 'PutParameter', 'Name', 'name'),
  [`${POWERTOOLS}.SecretsProvider().get`]: on('secretsmanager', 'GetSecretValue', 'SecretId', 'name'),
  [`${POWERTOOLS}.SecretsProvider().set`]: on('secretsmanager', 'PutSecretValue', 'SecretId', 'name', 'CreateSecret'),
  [`${POWERTOOLS}.AppConfigProvider().get`]: appConfig,
  [`${POWERTOOLS}.DynamoDBProvider().get`]: tableProvider('GetItem'),
  [`${POWERTOOLS}.DynamoDBProvider().get_multiple`]: tableProvider('Query'),
  'aws_lambda_powertools.utilities.idempotency.DynamoDBPersistenceLayer': idempotency,
  'aws_lambda_powertools.utilities.feature_flags.AppConfigStore': appConfig,
  'aws_lambda_powertools.utilities.streaming.S3Object': (view, watch) =>
    watch.operation('s3', 'GetObject', input({ Bucket: argument(view, view.either('bucket', 0)) }), view.at),
  'aws_lambda_powertools.utilities.streaming.s3_object.S3Object': (view, watch) =>
    watch.operation('s3', 'GetObject', input({ Bucket: argument(view, view.either('bucket', 0)) }), view.at),
  'aws_secretsmanager_caching.SecretCache': (view, watch) => watch.used(...view.all),
  'aws_secretsmanager_caching.SecretCache().get_secret_string': cached,
  'aws_secretsmanager_caching.SecretCache().get_secret_binary': cached,
  'aws_secretsmanager_caching.InjectSecretString': cached,
  'aws_secretsmanager_caching.InjectKeywordedSecretString': cached,
  'requests_aws4auth.AWS4Auth': signer,
  'botocore.auth.SigV4Auth': bySignature,
  'botocore.auth.SigV4Auth().add_auth': () => undefined,
  '<context>.invoke': on('lambda', 'Invoke', 'FunctionName', 'function_name'),
  'subprocess.run': command,
  'subprocess.call': command,
  'subprocess.check_call': command,
  'subprocess.check_output': command,
  'subprocess.Popen': command,
  'subprocess.getoutput': command,
  'os.system': command,
  'os.popen': command,
};
