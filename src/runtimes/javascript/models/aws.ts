import { REQUEST_TRIGGERS, type Rewrite, type SinkKind, type Trigger } from '#model/handler';
import type { Model } from '#runtimes/engine/language';
import { api, constant, joinAll, joinTaints, marked, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { contentOf } from '#runtimes/events/content';
import { each } from '#runtimes/javascript/models/family';
import { asField, TYPED } from '#runtimes/javascript/models/sql-parameters';
import { nameOf, packageOf } from '#runtimes/javascript/packages';
import { linked } from '#runtimes/links';

/** Fields by which calls of the AWS SDK name a resource; keys and paths inside of one are data. */
const RESOURCES = [
  'Bucket',
  'TableName',
  'QueueUrl',
  'TopicArn',
  'TargetArn',
  'FunctionName',
  'stateMachineArn',
  'SecretId',
  'StreamName',
  'StreamARN',
  'DeliveryStreamName',
  'RoleArn',
  'KeyId',
];

/** Fields that are a statement, by the operation that has them; of the operations of both versions of the SDK. */
const STATEMENTS: Readonly<Record<string, readonly string[]>> = {
  // https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_ExecuteStatement.html, of DynamoDB and Redshift by other names
  ExecuteStatement: ['sql', 'Sql', 'Statement'],
  BatchExecuteStatement: ['sql', 'Sqls', 'Statements'],
  ExecuteSql: ['sqlStatements'],
  ExecuteTransaction: ['TransactStatements'],
  // https://docs.aws.amazon.com/athena/latest/APIReference/API_StartQueryExecution.html
  StartQueryExecution: ['QueryString'],
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html
  SelectObjectContent: ['Expression'],
};

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html */
const EXPRESSIONS = [
  'FilterExpression',
  'KeyConditionExpression',
  'ProjectionExpression',
  'UpdateExpression',
  'ConditionExpression',
];

/** Fields of mails that hold HTML: of SES in both of its versions. */
const HTML = ['Message.Body.Html.Data', 'Content.Simple.Body.Html.Data'];

/** The parameters of an operation: of a command's constructor, or of a method of a client. */
function operated(view: CallView, operation: string): undefined {
  const report = (kind: SinkKind, field: string, rewrite?: Rewrite): void => {
    const value = own(view, field);
    if (value) view.sink(kind, `0.${field}`, { value, rewrite });
  };
  for (const field of operation === 'GetParameter' ? [...RESOURCES, 'Name'] : RESOURCES) {
    const value = own(view, field);
    if (value && !isConfined(value)) view.sink('cloud-resource', `0.${field}`, { value: asked(value) });
  }
  for (const field of STATEMENTS[operation] ?? []) {
    report('sql', field, bound(view, operation, field));
    if (field.endsWith('s')) statementsOf(view, own(view, field), field);
  }
  for (const field of EXPRESSIONS) report('dynamodb-expression', field);
  if (operation === 'Query' && view.path.includes('imestream')) report('sql', 'QueryString');
  for (const field of HTML) report('mail', field);
  items(view, operation);
  prompts(view, operation);
  return undefined;
}

/** Only the client of documents takes parameters as they are. */
function bound(view: CallView, operation: string, field: string): Rewrite | undefined {
  if (operation !== 'ExecuteStatement' || field !== 'Statement') return undefined;
  return packageOf(view.path) === '@aws-sdk/lib-dynamodb' ? asField(field, 'Parameters', TYPED)(view) : undefined;
}

/** A field that the code itself gives; what comes along in an object that is spread, or that somebody else made, is not its doing. */
function own(view: CallView, field: string): Value | undefined {
  let values: readonly Value[] = [view.arg(0) ?? UNKNOWN];
  for (const name of field.split('.')) {
    values = values.flatMap((value) =>
      value.objects.flatMap((one) => {
        const cell = one.fields.get(name);
        return (cell && view.machine.state.get(cell)) ?? [];
      }),
    );
  }
  return values.length === 0 ? undefined : view.machine.state.baked(joinAll(values));
}

const REQUESTS: ReadonlySet<Trigger['kind']> = new Set([...REQUEST_TRIGGERS, 'direct', 'iot']);

/** What a request asks for; messages among an application's own parts name its resources as a matter of course. */
function asked(value: Value): Value {
  return {
    ...value,
    taints: value.taints.filter(
      (taint) => taint.path[0] !== 'Records' && taint.triggers.some(({ kind }) => REQUESTS.has(kind)),
    ),
  };
}

/** A name that starts with what we chose is one of ours. */
function isConfined(value: Value): boolean {
  const [head] = value.text ?? [];
  return head !== undefined && (typeof head !== 'string' || !/^arn:/.test(head)) && !marksOf(head);
}

function marksOf(piece: string | Value): boolean {
  return typeof piece !== 'string' && piece.taints.some((taint) => taint.origin === 'event');
}

function statementsOf(view: CallView, list: Value | undefined, field: string): void {
  if (!list) return;
  const one = view.items(list);
  view.sink('sql', `0.${field}`, { value: one });
  const statement = view.field(one, 'Statement');
  if (statement && list.taints.length === 0) view.sink('sql', `0.${field}`, { value: statement });
}

/** Whole objects that are written to a table as the sender made them. */
function items(view: CallView, operation: string): void {
  if (/^(?:Put|PutItem)$/.test(operation)) view.sink('record', '0.Item', { value: wholeOf(view, own(view, 'Item')) });
}

/** The marks of an object that was taken over as a whole: itself, or spread into another one. */
export function wholeOf(view: CallView, value: Value | undefined): Value | undefined {
  if (!value) return undefined;
  const wholes = [...value.taints];
  for (const one of value.objects) {
    const spread = view.machine.state.get(one.spread);
    if (spread) wholes.push(...spread.taints);
  }
  const taints = wholes.filter((taint) => taint.origin === 'event' && taint.path.includes('<json>'));
  return { ...UNKNOWN, taints };
}

/** Instructions to a model, as against what its user says: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html */
function prompts(view: CallView, operation: string): void {
  if (/^Converse(?:Stream)?$/.test(operation)) {
    const system = own(view, 'system');
    const one = system && view.items(system);
    const text = one && view.field(one, 'text');
    if (text) view.sink('prompt', '0.system', { value: text });
  }
  if (/^InvokeModel(?:WithResponseStream)?$/.test(operation)) {
    // The body is JSON that was just made: its `system` are the instructions.
    for (const made of own(view, 'body')?.apis ?? []) {
      const [given] = made.path === '<json-text>' ? (made.args?.list ?? []) : [];
      for (const one of given?.objects ?? []) {
        const cell = one.fields.get('system');
        const system = cell && view.machine.state.get(cell);
        if (system) view.sink('prompt', '0.body', { value: system });
      }
    }
  }
}

/** An answer of S3 whose body is the object's content; undefined where nobody is known to decide that. */
function objectRead(view: CallView, key: Value | undefined): Value | undefined {
  const taints = contentOf(view.taints(key), view.at);
  if (taints.length === 0) return undefined;
  const path = `${view.path}()`;
  const body: Value = { ...api(`${path}.Body`), taints };
  return { ...api(path, view.args, view.receiver), objects: view.map({ Body: body }).objects, pending: [view.at] };
}

/** The client of version 3 is given an operation as a command. */
const sent: Model = (view) => {
  const command = view.arg(0)?.apis.find(({ path }) => path.endsWith('.GetObjectCommand()'));
  const [input] = command?.args?.list ?? [];
  return input && objectRead(view, view.field(input, 'Key'));
};

/** `s3.getObject(params)` of both versions; in version 2 what is given beside may be called with the answer. */
const objectGot: Model = (view) => {
  operated(view, 'GetObject');
  const answer = objectRead(view, own(view, 'Key'));
  if (answer && view.arg(1)) view.run(view.arg(1), constant(null), { ...answer, pending: [] });
  return answer;
};

/** `s3.getSignedUrl('getObject', params)` of version 2. */
const linkMade: Model = (view) => {
  if (view.constant(view.arg(0)) === 'getObject') linked(view, view.arg('1.Key'));
  return undefined;
};

export const AWS: Readonly<Record<string, Model>> = {
  // https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-s3-request-presigner/
  '@aws-sdk/s3-request-presigner.getSignedUrl': (view) => {
    const command = view.arg(1)?.apis.find(({ path }) => path.endsWith('.GetObjectCommand()'));
    const [input] = command?.args?.list ?? [];
    if (input) linked(view, view.field(input, 'Key'));
    return undefined;
  },
};

/** What streams and their conversions give of an object's content. */
const BODY: Readonly<Record<string, Model>> = {
  ...each('transformToString transformToByteArray transformToWebStream', (view) =>
    view.receiver.taints.length > 0 ? { ...marked(view.receiver.taints), pending: [view.at] } : undefined,
  ),
  createReadStream: (view) => (view.receiver.objects.length > 0 ? view.field(view.receiver, 'Body') : undefined),
  on: (view) => {
    if (view.receiver.taints.length === 0 || view.constant(view.arg(0)) !== 'data') return undefined;
    view.run(view.arg(1), marked(view.receiver.taints));
    return view.receiver;
  },
  pipe: (view) => {
    const into = view.arg(0);
    return into && view.receiver.taints.length > 0
      ? { ...into, taints: joinTaints(into.taints, view.receiver.taints) }
      : undefined;
  },
};

const DOCUMENTS: Readonly<Record<string, string>> = {
  put: 'Put',
  update: 'Update',
  get: 'Get',
  query: 'Query',
  scan: 'Scan',
  delete: 'Delete',
  batchWrite: 'BatchWrite',
  batchGet: 'BatchGet',
};

/** What a call does that belongs to the SDK of AWS: both versions, and the document client. */
export function awsModel(path: string): Model | undefined {
  const name = packageOf(path);
  if (name !== 'aws-sdk' && !name.startsWith('@aws-sdk/client-') && name !== '@aws-sdk/lib-dynamodb') return undefined;
  const method = nameOf(path);
  if (method === 'promise')
    return (view) => ({
      ...UNKNOWN,
      apis: view.receiver.apis,
      objects: view.receiver.objects,
      pending: [view.at],
    });
  if (/\.Body\.\w+$/.test(path) || method === 'createReadStream')
    return Object.hasOwn(BODY, method) ? BODY[method] : undefined;
  if (method === 'send' && name === '@aws-sdk/client-s3') return sent;
  if (method === 'send' || method === 'from' || method === '' || method === 'on' || method === 'catch')
    return undefined;
  if (name !== 'aws-sdk') {
    const command = /^(\w+)Command$/.exec(method)?.[1];
    if (command !== undefined) return (view) => operated(view, command);
  }
  // A method of a client itself: what its answer has, and what is done with that, are other things.
  if (!/^[^()]+\(\)\.[a-z]\w*$/.test(path)) return undefined;
  if (method === 'getObject') return objectGot;
  if (method === 'getSignedUrl' || method === 'getSignedUrlPromise') return linkMade;
  const operation = DOCUMENTS[method] ?? `${method[0]?.toUpperCase() ?? ''}${method.slice(1)}`;
  return (view) => operated(view, operation);
}
