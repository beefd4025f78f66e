import type { Model } from '#runtimes/engine/language';
import { cleans, deepSink, sink } from '#runtimes/engine/models';
import { EVERYTHING, safeFor } from '#runtimes/engine/sinks';
import { UNKNOWN, type Value } from '#runtimes/engine/value';
import type { ArgumentPath, CallView } from '#runtimes/engine/view';

/** A filter: a value that is an object of somebody else's brings operators with it, but where `$eq` compares with it as a whole. */
const filtered: Model = (view) => {
  const at = view.arg(0) ? 0 : 'filter';
  const filter = view.arg(at);
  if (!filter) return undefined;
  view.sink('nosql', at, { value: withoutEquals(view, filter, 0) });
  scripts(view, filter, at);
  return undefined;
};

/** `$where` is JavaScript that the database runs, wherever in the filter it stands. */
function scripts(view: CallView, value: Value, at: ArgumentPath, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  for (const one of value.objects)
    for (const [name, cell] of one.fields) {
      const inside = view.machine.state.get(cell);
      if (inside && name === '$where') view.sink('code', at, { value: inside });
      else if (inside) scripts(view, inside, at, depth + 1);
    }
}

/** The marks of a filter, those below `$eq` left out. */
function withoutEquals(view: CallView, value: Value, depth: number): Value {
  const taints = [...value.taints];
  if (depth > MAX_DEPTH) return { ...UNKNOWN, taints: view.taints(value) };
  for (const one of value.objects) {
    const cells = [...one.fields].filter(([name]) => name !== '$eq').map(([, cell]) => cell);
    for (const cell of [...cells, one.rest, one.spread]) {
      const inside = view.machine.state.get(cell);
      if (inside) taints.push(...withoutEquals(view, inside, depth + 1).taints);
    }
  }
  return { ...UNKNOWN, taints };
}

const MAX_DEPTH = 6;

const FINDING =
  'find find_one find_one_and_update find_one_and_delete find_one_and_replace delete_one delete_many update_one update_many replace_one count_documents distinct find_raw_batches';

const COLLECTION: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(FINDING.split(' ').map((name) => [name, filtered])),
  distinct: deepSink('nosql', 1, 'filter'),
  aggregate: (view) => {
    const at = view.arg(0) ? 0 : 'pipeline';
    view.sink('nosql', at, { deep: true });
    const stages = view.arg(at);
    if (stages) scripts(view, stages, at);
    return undefined;
  },
  map_reduce: sink('code', 0, 1),
  command: deepSink('nosql', 0),
};

const REDIS: Readonly<Record<string, Model>> = {
  eval: sink('code', 0),
  execute_command: sink('nosql', 0),
};

export const NOSQL_PACKAGES: Readonly<Record<string, Readonly<Record<string, Model>>>> = {
  pymongo: COLLECTION,
  motor: COLLECTION,
  mongoengine: { ...COLLECTION, objects: deepSink('nosql', '__raw__') },
  redis: REDIS,
  aioredis: REDIS,
  elasticsearch: { search: deepSink('nosql', 'q') },
};

/** Hexadecimal digits, which can still be somebody else's. */
const identifier = cleans('an identifier', EVERYTHING & ~safeFor('identity', 'record', 'cloud-resource'), 0, 'oid');

export const NOSQL: Readonly<Record<string, Model>> = {
  'bson.ObjectId': identifier,
  'bson.objectid.ObjectId': identifier,
};
