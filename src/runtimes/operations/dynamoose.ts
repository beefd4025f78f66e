import type { OperationArgument } from '#model/operations';
import type { Arguments } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { anyOf, callsBefore } from '#runtimes/operations/chain';
import { input } from '#runtimes/operations/input';
import type { OperationWatch } from '#runtimes/operations/watch';

/*
 * What Dynamoose calls: https://dynamoosejs.com/guide/Model and the other pages of its guide; `dist/Model`, `dist/Item.js`, `dist/Table` and
 * `dist/ItemRetriever.js` of 4.2.0.
 */

const MODEL = /^dynamoose\.model\(\)$/;
const OF_MODEL = /^dynamoose\.model\(\)\.(\w{1,60})$/;
const CHAIN = /^dynamoose\.model\(\)\.(query|scan)(?:\(\))?\./;
const ANSWER = /\.(?:get|batchGet|create|update|delete|batchPut|batchDelete|exec)\(\)/;
const ITEM = /^dynamoose\.model\(\)(?:\(\)|\.(?:get|create|update)\(\))\.\w{1,60}$/;

/** What a method of a model calls, and how many arguments it has without settings: `{ return: 'request' }` calls nothing. */
const METHODS: Readonly<Record<string, readonly [name: string, plain: number]>> = {
  get: ['GetItem', 1],
  batchGet: ['BatchGetItem', 1],
  create: ['PutItem', 1],
  update: ['UpdateItem', 2],
  delete: ['DeleteItem', 1],
  batchPut: ['BatchWriteItem', 1],
  batchDelete: ['BatchWriteItem', 1],
};

/** What is called of a table before it is first used, where the options do not say otherwise. */
const SETUP =
  'DescribeTable CreateTable UpdateTable DescribeTimeToLive UpdateTimeToLive ListTagsOfResource TagResource UntagResource'.split(
    ' ',
  );

const CALLS_NOTHING = /^(?:query|scan|serializeMany|then|catch|finally)$/;
const ROOTS = /^dynamoose\.(?:Schema|Condition|type|logger|UNDEFINED|THIS|NULL)\b/;
const CLIENTS = /^dynamoose\.aws\.(?:ddb\.(?:set|local|revert|DynamoDB)|sdk\.config\.update)(?:\(\))?$/;

/** Methods by which an item, or a chain, of which nothing is known would call. */
const CALLS = /^(?:save|exec|delete|batch(?:Get|Put|Delete))$/;

const RENAMED = 'dynamoose tables';
const OTHER_CLIENT = 'dynamoose client';

/** Whether a value from outside is, or leads to, calls of Dynamoose. */
export function isDynamoose(path: string): boolean {
  return /^dynamoose(?:\.model\b(?!\(\)\(\))|$)/.test(path) && !ANSWER.test(path);
}

/** Takes down what a call of Dynamoose calls. The answer is whether it is one. */
export function dynamooseCall(path: string, view: CallView, watch: OperationWatch): boolean {
  if (!/^dynamoose[./]/.test(path)) return false;
  watch.used(view.receiver);
  const method = path.slice(path.lastIndexOf('.') + 1);
  const doubt = (): void => watch.gap(`what ${path.replaceAll('()', '')} calls is not followed`, view.at, 'dynamodb');
  if (path === 'dynamoose.model') watch.client('dynamodb', view, CALLS);
  else if (MODEL.test(path) || ROOTS.test(path)) return true;
  else if (CLIENTS.test(path)) {
    watch.told.add(OTHER_CLIENT);
    watch.used(...view.all);
  } else if (!path.startsWith('dynamoose.model()')) {
    // Tables and defaults give models other names, and other options.
    watch.told.add(RENAMED);
    watch.used(...view.all);
    doubt();
  } else if (ANSWER.test(path) || path.startsWith('dynamoose.model()()')) ofItem(path, method, view, watch, doubt);
  else if (CHAIN.test(path)) {
    if (method === 'exec') called(/\.query\b/.test(path) ? 'Query' : 'Scan', true, view, watch);
    else watch.used(...view.all);
  } else if (path.startsWith('dynamoose.model().transaction.')) watch.used(...view.all);
  else ofModel(OF_MODEL.exec(path)?.[1] ?? '', view, watch, doubt);
  return true;
}

function ofModel(method: string, view: CallView, watch: OperationWatch, doubt: () => void): void {
  const known = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (known) {
    const [name, plain] = known;
    called(name, view.args.list.length <= plain && view.args.rest === undefined, view, watch);
  } else if (!CALLS_NOTHING.test(method)) doubt();
}

/** Items that were read or made: whatever else they have is theirs. */
function ofItem(path: string, method: string, view: CallView, watch: OperationWatch, doubt: () => void): void {
  const isPlain = view.args.list.length === 0 && view.args.rest === undefined;
  if (method === 'save') called('PutItem', isPlain, view, watch);
  else if (method === 'delete') called('DeleteItem', isPlain && ITEM.test(path), view, watch);
  else if (method === 'populate') doubt();
}

function called(name: string, certain: boolean, view: CallView, watch: OperationWatch): void {
  const models = callsBefore(view.receiver, MODEL).map(({ args }) => args);
  const table = watch.told.has(RENAMED) ? anyOf([]) : anyOf(models.map((one) => tableOf(view, one)));
  const isOther = watch.told.has(OTHER_CLIENT);
  const flags = { otherCredentials: false, anyCredentials: isOther, otherRegion: isOther };
  const take = (operation: string, occasional: boolean): void => {
    const named = { TableName: table, ...(operation.startsWith('Batch') ? { RequestItems: table } : {}) };
    watch.operation('dynamodb', operation, input(named, false), view.at, { occasional, flags });
  };
  take(name, !certain);
  const isSetUp = watch.told.has(RENAMED) || models.length === 0 || models.some((one) => !isLeftAlone(view, one));
  for (const one of isSetUp ? SETUP : []) take(one, true);
  if (models.some(({ list: [, , options] }) => options && view.field(options, 'populate') !== undefined))
    watch.gap('what other models are read along with one is not followed', view.at, 'dynamodb');
}

/** The name of a model is its table's, where nothing is put before or behind it. */
function tableOf(view: CallView, { list: [name, schema, options], rest }: Arguments): OperationArgument {
  // Without a schema it is a model that was made elsewhere.
  if (!name || !schema || rest) return anyOf([]);
  if (!options) return argumentOf(view.machine, name);
  if (options.objects.length === 0) return anyOf([]);
  if (view.field(options, 'prefix') || view.field(options, 'suffix')) return anyOf([]);
  return argumentOf(view.machine, view.field(options, 'tableName') ?? name);
}

/** `{ create: false, waitForActive: false }`: the table is neither made nor looked at. */
function isLeftAlone(view: CallView, { list: [, schema, options], rest }: Arguments): boolean {
  if (!schema || !options || rest || options.objects.length === 0 || view.field(options, 'update')) return false;
  const waits = view.field(options, 'waitForActive');
  const isWaiting = view.constant(waits) !== false && view.constant(waits && view.field(waits, 'enabled')) !== false;
  return view.constant(view.field(options, 'create')) === false && !isWaiting;
}
