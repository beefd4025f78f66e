import type { OperationArgument } from '#model/operations';
import type { Arguments, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { anyOf, callsBefore, isList } from '#runtimes/operations/chain';
import { input } from '#runtimes/operations/input';
import type { OperationWatch } from '#runtimes/operations/watch';

/*
 * What ElectroDB calls when `go` ends a chain: https://electrodb.dev/en/mutations/put/ and the other pages on queries and mutations;
 * `src/client.js` and `src/entity.js` of electrodb 3.9.3.
 */

const ENTITY = /^electrodb\.Entity\(\)$/;
const SERVICE = /^electrodb\.Service\(\)$/;
const MADE =
  /^electrodb\.(?:Entity\(\)|Service\(\)(?:\.entities\.(\w{1,60}))?)(?:\.(\w{1,60}))?(?:\(\))?((?:\.[\w$[\]]{1,60}|\(\))*)$/;
const TRANSACTION =
  /^electrodb\.(?:create(Get|Write)Transaction\(\)|Service\(\)\.transaction\.(get|write)(?:\(\))?)(?:\.(\w{1,60})(\(\))?)?$/;

/** Chains that one item is named by, and what they call where a list of items is: nothing else takes lists. */
const SINGLE: Readonly<Record<string, readonly [one: string, many?: string]>> = {
  get: ['GetItem', 'BatchGetItem'],
  put: ['PutItem', 'BatchWriteItem'],
  delete: ['DeleteItem', 'BatchWriteItem'],
  create: ['PutItem'],
  upsert: ['UpdateItem'],
  update: ['UpdateItem'],
  patch: ['UpdateItem'],
  remove: ['DeleteItem'],
};

/** What ends a chain with a call, or without one. */
const ENDS = new Set(['go', 'page']);
const CALLS_NOTHING =
  /^(?:params|commit|where|filter|set|add|append|subtract|data|ifNotExists|composite|gt|gte|lt|lte|begins|between|eq|parse|setIdentifier|getTableName|ownsItem|ownsKeys|ownsCursor|conversions|schema|model|identifiers|join|find|match|check|then|catch|finally|map|collections|entities)$/;
const ROOTS =
  /^electrodb\.(?:createSchema|createCustomAttribute|CustomAttributeType|createConversions|ElectroError|ElectroValidationError|ElectroUserValidationError|ElectroAttributeValidationError)\b/;

/** Methods by which a chain of which nothing is known would call. */
const CALLS = /^(?:go|page)$/;

/** Whether a value from outside is, or leads to, calls of ElectroDB. */
export function isElectro(path: string): boolean {
  return (
    /^electrodb(?:\.(?:Entity|Service|create(?:Get|Write)Transaction)\b|$)/.test(path) &&
    !/\.(?:go|page|params)\(\)/.test(path)
  );
}

/** Takes down what a call of ElectroDB calls. The answer is whether it is one. */
export function electroCall(path: string, view: CallView, watch: OperationWatch): boolean {
  if (!path.startsWith('electrodb.')) return false;
  watch.used(view.receiver);
  if (path === 'electrodb.Entity' || path === 'electrodb.Service') made(view, watch);
  else if (TRANSACTION.test(path) || /^electrodb\.create(?:Get|Write)Transaction$/.test(path))
    transaction(path, view, watch);
  else if (/\.set(?:Client|TableName)$/.test(path)) set(view, watch);
  else if (/\.(?:go|page|params)\(\)/.test(path) || ROOTS.test(path)) return true;
  else if (!chain(path, view, watch))
    watch.gap(`what ${path.replaceAll('()', '')} calls is not known`, view.at, 'dynamodb');
  return true;
}

function made(view: CallView, watch: OperationWatch): void {
  watch.client('dynamodb', view, CALLS);
  watch.used(...view.all);
  if (view.path !== 'electrodb.Service') return;
  // A service gives its table to its entities, whoever calls these.
  const table = tableIn(view, view.args, 1);
  for (const one of table ? entitiesIn(view, view.arg(0)) : []) if (table) watch.tables.set(one, table);
}

/** Tables and clients that are set later. */
function set(view: CallView, watch: OperationWatch): void {
  watch.used(...view.all);
  if (!view.path.endsWith('.setTableName')) return;
  for (const { args } of callsBefore(view.receiver, ENTITY))
    watch.tables.set(args, view.args.list[0] ? argumentOf(view.machine, view.args.list[0]) : anyOf([]));
}

function entitiesIn(view: CallView, value: Value | undefined): readonly Arguments[] {
  return (value?.objects ?? []).flatMap((one) =>
    [...one.fields.values()].flatMap((cell) =>
      (view.machine.state.get(cell)?.apis ?? []).flatMap(({ path, args }) => (args && ENTITY.test(path) ? [args] : [])),
    ),
  );
}

/** `{ table }` of the options; undefined where none is given. */
function tableIn(view: CallView, args: Arguments, at: number): OperationArgument | undefined {
  const options = args.list[at];
  const table = options && view.field(options, 'table');
  return table && argumentOf(view.machine, table);
}

function chain(path: string, view: CallView, watch: OperationWatch): boolean {
  const [, alias, first = '', rest = ''] = MADE.exec(path) ?? [];
  if (first === '') return false;
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (!ENDS.has(last))
    return (
      Object.hasOwn(SINGLE, first) ||
      first === 'query' ||
      first === 'scan' ||
      first === 'collections' ||
      CALLS_NOTHING.test(last)
    );
  const called = (name: string, certain: boolean): void => {
    const table = tableOf(view, watch, alias);
    const given = input({ TableName: table, ...(/^Batch/.test(name) ? { RequestItems: table } : {}) }, false);
    watch.operation('dynamodb', name, given, view.at, { occasional: !certain, ...clientOf(view) });
  };
  if (rest.includes('.hydrate') || mayHydrate(view)) called('BatchGetItem', false);
  const own = Object.hasOwn(SINGLE, first) ? SINGLE[first] : undefined;
  if (own) single(own, first, view, called);
  else if (first === 'query' || first === 'collections') called('Query', true);
  else if (first === 'scan') called('Scan', true);
  else if (first === 'find' || first === 'match') {
    called('Query', false);
    called('Scan', false);
  } else return false;
  return true;
}

function single(
  [one, many]: readonly [one: string, many?: string],
  name: string,
  view: CallView,
  called: (name: string, certain: boolean) => void,
): void {
  const given = callsBefore(view.receiver, new RegExp(`\\.${name}\\(\\)$`)).flatMap(({ args }) => args.list[0] ?? []);
  const lists = many === undefined ? [false] : given.map(isList);
  if (lists.every((is) => is === false)) called(one, true);
  else if (many !== undefined && lists.every((is) => is === true)) called(many, true);
  else {
    called(one, false);
    if (many !== undefined) called(many, false);
  }
}

/** `go({ hydrate: true })` of an index that has only the keys. */
function mayHydrate(view: CallView): boolean {
  const options = view.args.list[0] ?? view.args.rest;
  if (!options) return false;
  return options.objects.length === 0 || view.field(options, 'hydrate') !== undefined;
}

function tableOf(view: CallView, watch: OperationWatch, alias?: string): OperationArgument {
  const options = view.args.list[0] ?? view.args.rest;
  const chosen = options && view.field(options, 'table');
  if (chosen && (chosen.apis.length > 0 || chosen.constants.length > 0 || !chosen.open))
    return argumentOf(view.machine, chosen);
  if (options && options.objects.length === 0) return anyOf([]);
  const ofEntity = (args: Arguments): OperationArgument =>
    watch.tables.get(args) ?? tableIn(view, args, 1) ?? fromModel(view, args) ?? anyOf([]);
  const services = callsBefore(view.receiver, SERVICE).map(({ args }) => {
    const own = tableIn(view, args, 1);
    const entities = alias === undefined ? undefined : args.list[0] && view.field(args.list[0], alias);
    return own ?? anyOf((entities?.apis ?? []).flatMap((one) => (one.args ? [ofEntity(one.args)] : [])));
  });
  return anyOf([...services, ...callsBefore(view.receiver, ENTITY).map(({ args }) => ofEntity(args))]);
}

/** Models of an old form name their tables themselves. */
function fromModel(view: CallView, { list: [model] }: Arguments): OperationArgument | undefined {
  const table = model && view.field(model, 'table');
  return table && table.constants.length > 0 ? argumentOf(view.machine, table) : undefined;
}

function clientOf(view: CallView): { readonly client?: Value } {
  for (const { args } of [...callsBefore(view.receiver, SERVICE), ...callsBefore(view.receiver, ENTITY)]) {
    const options = args.list[1];
    const client = options && view.field(options, 'client');
    if (client) return { client };
  }
  return {};
}

/** What is in a transaction is made by a function that gets the entities: which of them it changes is not followed. */
function transaction(path: string, view: CallView, watch: OperationWatch): void {
  watch.used(...view.all);
  const [, created, ofService, end, isAfter] = TRANSACTION.exec(path) ?? [];
  if (end !== 'go' || isAfter) return;
  const isGet = /get/i.test(created ?? ofService ?? '');
  const tables = callsBefore(view.receiver, /^electrodb\.create(?:Get|Write)Transaction\(\)$/).flatMap(({ args }) =>
    entitiesIn(view, args.list[0]).map((one) => watch.tables.get(one) ?? tableIn(view, one, 1) ?? anyOf([])),
  );
  const table = tables.length > 0 ? anyOf(tables) : tableOf(view, watch);
  const parts = isGet ? ['Get'] : ['Put', 'Update', 'Delete', 'ConditionCheck'];
  const named = Object.fromEntries(parts.map((part) => [`TransactItems.${part}.TableName`, table]));
  watch.operation('dynamodb', isGet ? 'TransactGetItems' : 'TransactWriteItems', input(named, false), view.at, {
    occasional: !isGet,
    ...clientOf(view),
  });
}
