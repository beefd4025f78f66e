import type { OperationArgument } from '#model/operations';
import type { ClassValue, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { argumentOf } from '#runtimes/operations/argument';
import { anyOf } from '#runtimes/operations/chain';
import { input } from '#runtimes/operations/input';
import type { ClientFlags, OperationWatch } from '#runtimes/operations/watch';
import type { Location } from '#source/file';

/*
 * What PynamoDB's models call: https://pynamodb.readthedocs.io/en/stable/api.html and `pynamodb/models.py` of 6.1.0. Versions before 5 look
 * at the table before they use it.
 */

const METHOD = /^pynamodb\.models\.Model(?:\(\))?\.(\w{1,60})$/;
const INDEX = /^pynamodb\.indexes\.(?:Global|Local)SecondaryIndex(?:\(\))?\.(\w{1,60})$/;
const FOLLOWED = /^pynamodb\.(?:models|indexes)\b/;
const OTHERS = /^pynamodb\.(?:transactions|connection)\b/;

const METHODS: Readonly<Record<string, string>> = {
  get: 'GetItem',
  refresh: 'GetItem',
  save: 'PutItem',
  update: 'UpdateItem',
  update_item: 'UpdateItem',
  delete: 'DeleteItem',
  query: 'Query',
  scan: 'Scan',
  rate_limited_scan: 'Scan',
  batch_get: 'BatchGetItem',
  batch_write: 'BatchWriteItem',
  exists: 'DescribeTable',
  describe_table: 'DescribeTable',
  create_table: 'CreateTable',
  delete_table: 'DeleteTable',
  update_ttl: 'UpdateTimeToLive',
};

/** What a method may call besides, or instead. */
const MAY_CALL: Readonly<Record<string, readonly string[]>> = {
  create_table: ['DescribeTable', 'UpdateTimeToLive'],
  count: ['Query', 'DescribeTable'],
  dump: ['Scan'],
  dumps: ['Scan'],
  load: ['BatchWriteItem'],
  loads: ['BatchWriteItem'],
};

const CALLS_NOTHING =
  /^(?:_.*|from_raw_data|serialize|deserialize|get_attributes|attribute_values|(?:to|from)_(?:json|simple_dict|dynamodb_dict)|get_\w+_kwargs_from_\w+|update_local_version_attribute|DoesNotExist|Meta)$/;

/** Methods by which a model of which nothing is known would call. */
const CALLS = /^(?:save|refresh|batch_get|batch_write|update_item|rate_limited_scan)$/;

/** The models of PynamoDB are classes of the code: they are there from its import on. */
export function importedPynamo(source: string, watch: OperationWatch, at: Location): boolean {
  if (!/^pynamodb(?:\.|$)/.test(source)) return false;
  watch.library('dynamodb', at, CALLS);
  return true;
}

/** Whether something from outside is a model, so that who gets a class of it may call. */
export function isPynamo(path: string): boolean {
  return path === 'pynamodb.models.Model' || OTHERS.test(path);
}

/** Takes down what a call of PynamoDB calls. The answer is whether it is one. */
export function pynamoCall(path: string, view: CallView, watch: OperationWatch): boolean {
  if (OTHERS.test(path)) watch.gap(`what ${path.replaceAll('()', '')} calls is not followed`, view.at, 'dynamodb');
  else if (FOLLOWED.test(path)) {
    const index = INDEX.exec(path)?.[1];
    const method = METHOD.exec(path)?.[1];
    if (index !== undefined) ofIndex(index, view, watch);
    else if (method !== undefined) ofModel(method, view, watch);
  }
  return path.startsWith('pynamodb.');
}

function ofIndex(method: string, view: CallView, watch: OperationWatch): void {
  const name = method === 'scan' ? 'Scan' : method === 'query' || method === 'count' ? 'Query' : undefined;
  const named = { TableName: anyOf([]), IndexName: anyOf([]) };
  if (name !== undefined) watch.operation('dynamodb', name, input(named, false), view.at);
  else if (!CALLS_NOTHING.test(method)) watch.gap(`what ${method} of an index calls is not known`, view.at, 'dynamodb');
}

function ofModel(method: string, view: CallView, watch: OperationWatch): void {
  const own = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  const others = Object.hasOwn(MAY_CALL, method) ? (MAY_CALL[method] ?? []) : [];
  if (own === undefined && others.length === 0) {
    if (!CALLS_NOTHING.test(method)) watch.gap(`what ${method} of a model calls is not known`, view.at, 'dynamodb');
    return;
  }
  const metas = classesOf(view.receiver).map((one) =>
    view.field({ ...view.receiver, ...NOTHING, classes: [one] }, 'Meta'),
  );
  const table = anyOf(metas.map((meta) => tableOf(view, meta)));
  const flags = flagsOf(view, metas);
  const called = (name: string, occasional: boolean): void => {
    const named = { TableName: table, ...(name.startsWith('Batch') ? { RequestItems: table } : {}) };
    // An index of the table may be named: `Model.query(…, index_name=…)`.
    watch.operation('dynamodb', name, input(named, false), view.at, { occasional, flags });
  };
  if (own !== undefined) called(own, false);
  for (const name of new Set([...others, 'DescribeTable'])) if (name !== own) called(name, true);
}

const NOTHING = { constants: [], taints: [], objects: [], closures: [], apis: [], open: false } as const;

/** The classes of the code that a method of a model is called on. */
function classesOf(value: Value, depth = 0): readonly ClassValue[] {
  const own = [...value.classes, ...value.objects.flatMap((one) => one.of ?? [])];
  if (own.length > 0 || depth > 8) return own;
  return value.apis.flatMap(({ receiver }) => (receiver ? classesOf(receiver, depth + 1) : []));
}

function tableOf(view: CallView, meta: Value | undefined): OperationArgument {
  const table = meta && view.field(meta, 'table_name');
  return table ? argumentOf(view.machine, table) : anyOf([]);
}

function flagsOf(view: CallView, metas: readonly (Value | undefined)[]): ClientFlags {
  const has = (name: string): boolean =>
    metas.some((meta) => {
      const value = meta && view.field(meta, name);
      return value !== undefined && (value.constants.length > 0 || value.apis.length > 0);
    });
  return {
    otherCredentials: has('aws_access_key_id'),
    anyCredentials: false,
    otherRegion: has('region') || has('host'),
  };
}
