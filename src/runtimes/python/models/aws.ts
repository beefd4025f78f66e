import type { Model } from '#runtimes/engine/language';
import { all, deepSink, gives, passes, sink } from '#runtimes/engine/models';
import { api, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { contentOf } from '#runtimes/events/content';
import { linked } from '#runtimes/links';
import { prompted } from '#runtimes/python/models/prompts';

/** `boto3.client('s3')`: the path keeps the service, so that it tells which operation a call is. */
function service(kind: 'client' | 'resource'): Model {
  return (view) => {
    const name = view.constant(view.either(0, 'service_name'));
    return typeof name === 'string' ? api(`boto3.${kind}(${name})`, view.args, view.receiver) : undefined;
  };
}

/** Names of resources, by service: whoever chooses them chooses what the function's role is used on. */
const RESOURCES: Readonly<Record<string, string>> = {
  s3: 'Bucket',
  dynamodb: 'TableName',
  sqs: 'QueueUrl',
  sns: 'TopicArn TargetArn',
  lambda: 'FunctionName',
  stepfunctions: 'stateMachineArn',
  secretsmanager: 'SecretId',
  ssm: 'Name Names Path DocumentName',
  kms: 'KeyId',
  sts: 'RoleArn',
  iam: 'RoleName UserName PolicyArn GroupName PolicyDocument',
  events: 'EventBusName',
  kinesis: 'StreamName StreamARN',
  firehose: 'DeliveryStreamName',
  ecs: 'taskDefinition cluster',
  batch: 'jobDefinition jobQueue',
  glue: 'JobName',
  codebuild: 'projectName',
  'cognito-idp': 'UserPoolId',
  sagemaker: 'EndpointName',
  'sagemaker-runtime': 'EndpointName',
  logs: 'logGroupName',
  cloudformation: 'StackName TemplateURL TemplateBody',
};

const EXPRESSIONS =
  'FilterExpression KeyConditionExpression UpdateExpression ConditionExpression ProjectionExpression'.split(' ');

/** Expressions of DynamoDB as text; built with `boto3.dynamodb.conditions` they carry no marks. */
function expressions(view: CallView): void {
  for (const name of EXPRESSIONS) view.sink('dynamodb-expression', name);
}

/** An item that is what somebody sends, field for field: fields that they were not to set are set as well. */
const stored: Model = (view) => {
  expressions(view);
  const item = view.arg('Item');
  if (!item) return undefined;
  if (item.objects.length === 0) view.sink('record', 'Item');
  // `{**body, 'id': …}`: a field that has no name here is whoever's it was spread from.
  for (const one of item.objects) {
    const spread = view.machine.state.get(one.spread);
    if (spread) view.sink('record', 'Item', { value: spread });
  }
  return undefined;
};

const SQL: Readonly<Record<string, Model>> = {
  'dynamodb.execute_statement': sink('sql', 'Statement'),
  'dynamodb.batch_execute_statement': deepStatements('Statements'),
  'dynamodb.execute_transaction': deepStatements('TransactStatements'),
  'rds-data.execute_statement': sink('sql', 'sql'),
  'rds-data.batch_execute_statement': sink('sql', 'sql'),
  'rds-data.execute_sql': sink('sql', 'sqlStatements'),
  'redshift-data.execute_statement': sink('sql', 'Sql'),
  'redshift-data.batch_execute_statement': deepSink('sql', 'Sqls'),
  'athena.start_query_execution': sink('sql', 'QueryString'),
  'athena.create_named_query': sink('sql', 'QueryString'),
  'timestream-query.query': sink('sql', 'QueryString'),
  's3.select_object_content': sink('sql', 'Expression'),
  'logs.start_query': sink('sql', 'queryString'),
  'qldb-session.send_command': gives(),
  'neptunedata.execute_open_cypher_query': sink('sql', 'openCypherQuery'),
  'neptunedata.execute_gremlin_query': sink('code', 'gremlinQuery'),
  's3.get_object': (view) => answered(view, view.arg('Key')),
  'ssm.send_command': deepSink('command', 'Parameters'),
  'ses.send_email': mailed(['Message.Body.Html.Data']),
  'ses.send_raw_email': mailed(['RawMessage.Data']),
  'sesv2.send_email': mailed(['Content.Simple.Body.Html.Data', 'Content.Raw.Data']),
  'bedrock-runtime.invoke_model': prompted,
  'bedrock-runtime.invoke_model_with_response_stream': prompted,
  'bedrock-runtime.converse': prompted,
  'bedrock-runtime.converse_stream': prompted,
  'bedrock-agent-runtime.retrieve_and_generate': prompted,
};

/** Statements stand in the items of a list; their parameters are bound. */
function deepStatements(name: string): Model {
  return (view) => {
    const items = view.arg(name);
    if (!items) return undefined;
    const statement = view.field(view.items(items), 'Statement');
    view.sink('sql', name, { value: statement });
    return undefined;
  };
}

function mailed(paths: readonly string[]): Model {
  return (view) => {
    for (const path of paths) view.sink('mail', path);
    return undefined;
  };
}

const named = (names: string): Model => {
  const all = names.split(' ');
  return (view) => {
    for (const name of all) if (view.arg(name)) view.sink('cloud-resource', name, { deep: name === 'Names' });
    return undefined;
  };
};

const RESOURCE_SINKS: ReadonlyMap<string, Model> = new Map(
  Object.entries(RESOURCES).map(([key, names]) => [key, named(names)]),
);

const OPERATION = /^boto3\.client\(([\w-]+)\)\.(\w+)$/;

/** https://docs.aws.amazon.com/boto3/latest/guide/paginators.html */
const paginated: Model = (view) => {
  view.sink('allocation', 'PaginationConfig.MaxItems');
  return undefined;
};

/** A call of a client: by its operation, and by the names of resources that it is given. */
export function awsModel(path: string): Model | undefined {
  if (!path.startsWith('boto3.')) return undefined;
  if (path.endsWith('.get_paginator().paginate')) return paginated;
  const [, name = '', operation = ''] = OPERATION.exec(path) ?? [];
  if (operation === '' || operation === 'exceptions') return undefined;
  const own = Object.hasOwn(SQL, `${name}.${operation}`) ? SQL[`${name}.${operation}`] : undefined;
  const resource = RESOURCE_SINKS.get(name);
  const expressed = name === 'dynamodb' ? lowLevel : undefined;
  const models = [own, resource, expressed].filter((one) => one !== undefined);
  return models.length > 0 ? all(...models) : undefined;
}

const lowLevel: Model = (view) => {
  expressions(view);
  return undefined;
};

/** An answer of S3 with the object's content as its body. */
function answered(view: CallView, key: Value | undefined): Value | undefined {
  const taints = contentOf(view.taints(key), view.at);
  const path = `${view.path}()`;
  if (taints.length === 0) return undefined;
  const body = { ...api(`${path}.Body`), taints };
  return { ...api(path, view.args), objects: view.map({ Body: body }).objects };
}

const TABLE = 'boto3.resource(dynamodb).Table()';
const expressed: Model = (view) => {
  expressions(view);
  return undefined;
};

/** What comes back of `Key('id').eq(value)`: the value is bound. */
export function conditionModel(path: string): Model | undefined {
  return path.startsWith('boto3.dynamodb.conditions.') ? condition : undefined;
}

const condition: Model = (view): Value => {
  if (/\.(?:Key|Attr)$/.test(view.path)) view.sink('dynamodb-expression', 0);
  return api('boto3.dynamodb.conditions.Attr()');
};

/** boto3's clients and resources. */
export const AWS: Readonly<Record<string, Model>> = {
  'boto3.client': service('client'),
  'boto3.resource': service('resource'),
  'boto3.resource(dynamodb).Table': all(sink('cloud-resource', 0, 'name'), (view) =>
    api(TABLE, view.args, view.receiver),
  ),
  [`${TABLE}.query`]: expressed,
  [`${TABLE}.scan`]: expressed,
  [`${TABLE}.update_item`]: expressed,
  [`${TABLE}.delete_item`]: expressed,
  [`${TABLE}.put_item`]: stored,
  [`${TABLE}.batch_writer().put_item`]: stored,
  'boto3.resource(dynamodb).meta.client.execute_statement': sink('sql', 'Statement'),
  'boto3.resource(s3).Bucket': sink('cloud-resource', 0),
  'boto3.resource(s3).Object': sink('cloud-resource', 0),
  'boto3.resource(s3).Object().get': (view) =>
    answered(
      view,
      view.receiver.apis.map(({ args }) => args?.list[1] ?? args?.named.get('key')).find((key) => key),
    ),
  'boto3.resource(s3).Object().get().Body.read': passes('receiver'),
  'boto3.client(s3).get_object().Body.read': passes('receiver'),
  'boto3.resource(sqs).Queue': sink('cloud-resource', 0),
  'boto3.resource(sqs).get_queue_by_name': sink('cloud-resource', 'QueueName'),
  'boto3.resource(sns).Topic': sink('cloud-resource', 0),
  'boto3.client(s3).download_file': all(sink('cloud-resource', 0, 'Bucket'), sink('path', 2, 'Filename')),
  'boto3.client(s3).upload_file': all(sink('cloud-resource', 1, 'Bucket'), sink('path', 0, 'Filename')),
  'boto3.client(s3).download_fileobj': sink('cloud-resource', 0, 'Bucket'),
  'boto3.client(s3).upload_fileobj': sink('cloud-resource', 1, 'Bucket'),
  'boto3.client(s3).generate_presigned_url': all(sink('cloud-resource', 'Params.Bucket', '1.Bucket'), (view) => {
    if (view.constant(view.either('ClientMethod', 0)) === 'get_object')
      linked(view, view.either('Params.Key', '1.Key'));
    return undefined;
  }),
  'boto3.client(s3).generate_presigned_post': sink('cloud-resource', 0, 'Bucket'),
  'boto3.resource(s3).Bucket().download_file': sink('path', 1, 'Filename'),
  'boto3.resource(s3).Bucket().upload_file': sink('path', 0, 'Filename'),
  'boto3.resource(s3).meta.client.download_file': sink('path', 2),
  'boto3.dynamodb.types.TypeDeserializer().deserialize': (view) => ({ ...UNKNOWN, taints: view.taints(view.arg(0)) }),
  'boto3.dynamodb.types.TypeSerializer().serialize': (view) => ({ ...UNKNOWN, taints: view.taints(view.arg(0)) }),
  'aws_lambda_powertools.utilities.parameters.get_secret': all(sink('cloud-resource', 0), gives()),
  'aws_lambda_powertools.utilities.parameters.get_parameter': all(sink('cloud-resource', 0), gives()),
};
