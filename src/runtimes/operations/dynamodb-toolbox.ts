import type { OperationArgument } from '#model/operations';
import type { Arguments, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { anyOf, callsBefore } from '#runtimes/operations/chain';
import { input } from '#runtimes/operations/input';
import type { OperationWatch } from '#runtimes/operations/watch';

/*
 * What DynamoDB-Toolbox calls: https://www.dynamodbtoolbox.com/docs/getting-started/usage; its sources, of 2.10.6 (entities and tables
 * build commands that are sent) and of 0.9.5 (entities and tables have the methods themselves).
 */

const PACKAGE = /^dynamodb-toolbox(?:\/[\w/-]{1,80})?\.(.{1,400})$/;
const ENTITY = /^dynamodb-toolbox(?:\/[\w/-]{1,80})?\.Entity\(\)$/;
const TABLE = /^dynamodb-toolbox(?:\/[\w/-]{1,80})?\.Table\(\)$/;
const BUILT = /\.build\(\)$/;
const COMMAND = /^dynamodb-toolbox(?:\/[\w/-]{1,80})?\.(\w{1,60})(?:\(\))?$/;

/** What a command calls when it is sent, by its class. */
const COMMANDS: Readonly<Record<string, string>> = {
  GetItemCommand: 'GetItem',
  PutItemCommand: 'PutItem',
  UpdateItemCommand: 'UpdateItem',
  UpdateAttributesCommand: 'UpdateItem',
  DeleteItemCommand: 'DeleteItem',
  QueryCommand: 'Query',
  ScanCommand: 'Scan',
  AccessPattern: 'Query',
  EntityAccessPattern: 'Query',
  TableAccessPattern: 'Query',
  DeletePartitionCommand: 'Query BatchWriteItem',
};

/** Methods of repositories, and of entities and tables before version 1. */
const METHODS: Readonly<Record<string, string>> = {
  get: 'GetItem',
  put: 'PutItem',
  update: 'UpdateItem',
  updateAttributes: 'UpdateItem',
  delete: 'DeleteItem',
  query: 'Query',
  scan: 'Scan',
  deletePartition: 'Query BatchWriteItem',
};
const TABLE_METHODS: Readonly<Record<string, string>> = {
  ...METHODS,
  batchGet: 'BatchGetItem',
  batchWrite: 'BatchWriteItem',
  transactGet: 'TransactGetItems',
  transactWrite: 'TransactWriteItems',
};

/** The parts of a transaction, by the classes that make them. */
const PARTS: Readonly<Record<string, string>> = {
  GetTransaction: 'Get',
  PutTransaction: 'Put',
  UpdateTransaction: 'Update',
  DeleteTransaction: 'Delete',
  ConditionCheck: 'ConditionCheck',
};

/** Methods that make something of a command, or parameters, and call nothing. */
const CALLS_NOTHING =
  /^(?:build|key|item|options|query|entities|requests|pattern|params|schema|(?:get|put|update|delete|query|scan|batchGet|batchWrite|transactGet|transactWrite)(?:Params|Batch|Transaction)|conditionCheck|parse\w*|format|batchPut|batchDelete|transact(?:Put|Update|Delete|Check)|accessPattern|setDefaults|getName|getDocumentClient|condition|attributes|then|catch|finally|map|setPartitionKey|setDocumentClient|addEntity|removeEntity|projections|toJSON)$/;

const EXECUTES: Readonly<Record<string, string>> = {
  executeBatchGet: 'BatchGetItem',
  executeBatchWrite: 'BatchWriteItem',
  executeTransactGet: 'TransactGetItems',
  executeTransactWrite: 'TransactWriteItems',
};
const EXECUTED =
  /^dynamodb-toolbox\/(?:table|entity)\/actions\/(batchGet|batchWrite|transactGet|transactWrite)\.execute$/;
const ANSWERS = /\.(?:send|get|put|update|delete|query|scan|batchGet|batchWrite|transactGet|transactWrite)\(\)/;

/** Methods by which a command of which nothing is known would call. */
const CALLS = /^send$/;

/** Whether a value from outside is an entity, a table, or something made of one that is not called yet. */
export function isToolbox(path: string): boolean {
  const own = PACKAGE.exec(path)?.[1];
  if (own === undefined) return path === 'dynamodb-toolbox';
  return /^(?:Entity|Table)\b/.test(own) && !/\.(?:send|params)\(\)/.test(own) && !isAnswer(own);
}

/** Before version 1 methods call at once; later some of the same names are those of commands that are built. */
function isAnswer(own: string): boolean {
  return !own.includes('.build()') && ANSWERS.test(own);
}

/** Takes down what a call of DynamoDB-Toolbox calls. The answer is whether it is one. */
export function toolboxCall(path: string, view: CallView, watch: OperationWatch): boolean {
  const own = PACKAGE.exec(path)?.[1];
  if (own === undefined) return false;
  watch.used(view.receiver);
  const last = own.slice(own.lastIndexOf('.') + 1);
  const executes = EXECUTES[last] ?? EXECUTES[`execute${capitalized(EXECUTED.exec(path)?.[1] ?? '')}`];
  if (own === 'Entity' || own === 'Table') {
    watch.client('dynamodb', view, CALLS);
    watch.used(...view.all);
  } else if (executes !== undefined) executed(executes, view, watch);
  else if (last === 'send') sent(own, view, watch);
  else if (/^(?:Entity|Table)\(\)\.build\(\)\.\w+$/.test(own) && repository(view)) method(METHODS, last, view, watch);
  else if (/^Entity\(\)\.\w+$/.test(own) && last !== 'build') method(METHODS, last, view, watch);
  else if (/^Table\(\)\.\w+$/.test(own) && last !== 'build') method(TABLE_METHODS, last, view, watch);
  else if (/^(?:Entity|Table)\(\)\.\w+\.(?:get|put|update|delete|query|scan)$/.test(own))
    watch.gap(`what ${own.replaceAll('()', '')} calls is not followed`, view.at, 'dynamodb');
  else if (/^(?:Entity|Table)\(\)/.test(own) && !/\.(?:send|params)\(\)/.test(own) && !isAnswer(own)) {
    if (!CALLS_NOTHING.test(last))
      watch.gap(`what ${own.replaceAll('()', '')} calls is not known`, view.at, 'dynamodb');
    watch.used(...view.all);
  } else watch.used(...view.all);
  return true;
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Whether what is built has methods that call: `entity.build(EntityRepository)`. */
function repository({ receiver }: CallView): boolean {
  return classesIn(receiver).some((name) => /Repository$/.test(name));
}

/** The classes that something was built of. */
function classesIn(value: Value): readonly string[] {
  const built = callsBefore(value, BUILT).flatMap(({ args }) => args.list[0]?.apis ?? []);
  return built.flatMap(({ path }) => COMMAND.exec(path)?.[1] ?? []);
}

function sent(own: string, view: CallView, watch: OperationWatch): void {
  const made = /^(\w{1,60})\(\)/.exec(own)?.[1] ?? '';
  const isBuilt = made === 'Entity' || made === 'Table';
  const classes = isBuilt ? classesIn(view.receiver) : [made];
  const names = classes.flatMap((name) => (Object.hasOwn(COMMANDS, name) ? [COMMANDS[name] ?? ''] : []));
  if (names.length === 0 || names.length !== classes.length) {
    watch.gap('the command is chosen at run time', view.at, 'dynamodb');
    return;
  }
  const table =
    chosenTable(view) ?? tableOf(view, view.receiver, isBuilt ? undefined : new RegExp(`\\.${made}\\(\\)$`));
  for (const name of names) called(name, table, names.length === 1, view, watch);
}

/** `.options({ tableName })` of a command. */
function chosenTable(view: CallView): OperationArgument | undefined {
  for (const { args } of callsBefore(view.receiver, /\.options\(\)$/)) {
    const [options] = args.list;
    if (!options || options.objects.length === 0) return anyOf([]);
    const table = view.field(options, 'tableName');
    if (table && (table.constants.length > 0 || table.apis.length > 0)) return argumentOf(view.machine, table);
  }
  return undefined;
}

function method(table: Readonly<Record<string, string>>, name: string, view: CallView, watch: OperationWatch): void {
  if (!Object.hasOwn(table, name)) {
    if (!CALLS_NOTHING.test(name))
      watch.gap(`what ${name} of an entity or table calls is not known`, view.at, 'dynamodb');
    watch.used(...view.all);
    return;
  }
  // Parameters that are only made: `entity.put(item, { execute: false })`.
  const isLeft = view.all.some((one) => one.objects.length > 0 && view.constant(view.field(one, 'execute')) === false);
  if (!isLeft) called(table[name] ?? '', tableOf(view, view.receiver), true, view, watch);
}

function called(
  names: string,
  table: OperationArgument,
  certain: boolean,
  view: CallView,
  watch: OperationWatch,
): void {
  const parts = ['Get', 'Put', 'Update', 'Delete', 'ConditionCheck'];
  for (const name of names.split(' ')) {
    const isTransaction = name.startsWith('Transact');
    const given = isTransaction
      ? input(Object.fromEntries(parts.map((part) => [`TransactItems.${part}.TableName`, table])), false)
      : input({ TableName: table, ...(name.startsWith('Batch') ? { RequestItems: table } : {}) }, false);
    const client = clientOf(view);
    watch.operation('dynamodb', name, given, view.at, {
      occasional: !certain || isTransaction || names.includes(' '),
      ...(client ? { client } : {}),
    });
  }
}

/** The table that an entity, a table or a command is of; what is handed to a command's class is one of these. */
function tableOf(view: CallView, value: Value, command?: RegExp): OperationArgument {
  const tables = callsBefore(value, TABLE).map(({ args }) => nameOf(view, args));
  const entities = callsBefore(value, ENTITY).map(({ args }) => ofEntity(view, args));
  const given = command ? callsBefore(value, command).flatMap(({ args }) => args.list[0] ?? []) : [];
  return anyOf([...tables, ...entities, ...given.flatMap((one) => (one === value ? [] : [tableOf(view, one)]))]);
}

function ofEntity(view: CallView, { list: [options] }: Arguments): OperationArgument {
  const table = options && view.field(options, 'table');
  const made = (table?.apis ?? []).filter(({ path }) => TABLE.test(path));
  if (!table || made.length === 0 || made.length !== table.apis.length) return anyOf([]);
  return anyOf(made.flatMap(({ args }) => (args ? [nameOf(view, args)] : [])));
}

/** A name may be a function that gives it. */
function nameOf(view: CallView, { list: [options] }: Arguments): OperationArgument {
  const name = options && view.field(options, 'name');
  if (!name) return anyOf([]);
  return argumentOf(view.machine, name.closures.length > 0 ? view.run(name) : name);
}

function clientOf(view: CallView): Value | undefined {
  const tables = callsBefore(view.receiver, TABLE).map(({ args }) => args);
  const ofEntities = callsBefore(view.receiver, ENTITY).flatMap(({ args: { list } }) => {
    const table = list[0] && view.field(list[0], 'table');
    return (table?.apis ?? []).flatMap(({ args }) => args ?? []);
  });
  for (const { list } of [...tables, ...ofEntities]) {
    const client = list[0] && (view.field(list[0], 'documentClient') ?? view.field(list[0], 'DocumentClient'));
    if (client) return client;
  }
  return undefined;
}

/** `execute(command, command)`, with options before them. */
function executed(name: string, view: CallView, watch: OperationWatch): void {
  watch.used(...view.all);
  const commands = view.args.list.filter((one) => one.apis.length > 0);
  const isWhole = !view.args.rest && commands.every((one) => one.apis.length === 1);
  if (name.startsWith('Batch')) {
    const table = isWhole ? anyOf(commands.map((one) => tableOf(view, one))) : anyOf([]);
    watch.operation('dynamodb', name, input({ RequestItems: table }, false), view.at);
    return;
  }
  const named: { [parameter: string]: OperationArgument } = {};
  for (const one of commands)
    for (const made of classesIn(one)) {
      const key = `TransactItems.${PARTS[made] ?? ''}.TableName`;
      const table = tableOf(view, one);
      named[key] = named[key] ? anyOf([named[key], table]) : table;
    }
  const isKnown = isWhole && commands.every((one) => classesIn(one).every((made) => Object.hasOwn(PARTS, made)));
  watch.operation('dynamodb', name, input(named, isKnown), view.at);
}
