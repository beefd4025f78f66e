import type { Trigger } from '#model/handler';
import type { Model } from '#runtimes/engine/language';
import { cleans, sink } from '#runtimes/engine/models';
import { joinTaints, type Taint, UNKNOWN, type Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { wholeOf } from '#runtimes/javascript/models/aws';
import { each, family } from '#runtimes/javascript/models/family';

/** Events that are JSON themselves, so that their fields may be objects wherever the code expects texts. */
const OF_JSON: ReadonlySet<Trigger['kind']> = new Set([
  'iot',
  'event-bus',
  'azure-message',
  'google-event',
  'state-machine',
]);

/** What may be an object in place of a text: only what was read from JSON can. */
function structured(view: CallView, value: Value | undefined): Value {
  const taints = value ? comparable(view, value) : [];
  return {
    ...UNKNOWN,
    taints: taints.filter(
      ({ path, triggers }) => path.includes('<json>') || triggers.some(({ kind }) => OF_JSON.has(kind)),
    ),
  };
}

/** Operators whose operand is compared as it is, whatever it holds: https://www.mongodb.com/docs/manual/reference/mql/query-predicates/comparison/ */
const COMPARISONS: ReadonlySet<string> = new Set(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin']);

/** The marks of a filter, but for those of operands. */
function comparable(view: CallView, value: Value, depth = 0): readonly Taint[] {
  let found = value.taints.filter(({ origin }) => origin === 'event');
  if (depth > 5) return found;
  for (const one of value.objects) {
    const cells = [...one.fields].filter(([name]) => !COMPARISONS.has(name)).map(([, cell]) => cell);
    for (const cell of [...cells, one.rest, one.spread]) {
      const inside = view.machine.state.get(cell);
      if (inside) found = [...joinTaints(found, comparable(view, inside, depth + 1))];
    }
  }
  return found;
}

/** A filter: an object in place of a text is an operator (`{ "$ne": null }`). */
const filter: Model = (view) => {
  const value = view.arg(0);
  // The same names on what was found are those of a list.
  if (value && value.closures.length > 0) return view.run(value, view.items(view.receiver));
  view.sink('nosql', 0, { value: structured(view, value) });
  const where = value && view.field(value, '$where');
  if (where && value.taints.length === 0) view.sink('code', '0.$where', { value: where });
  return undefined;
};

/** A filter, and a document that takes its place. */
function changes(at: number): Model {
  return (view) => {
    filter(view);
    written(view, at);
    return undefined;
  };
}

/** A document that the sender made as a whole, operators included. */
function written(view: CallView, at: number): undefined {
  const value = view.arg(at);
  const inside = value && view.field(value, '$set');
  // A schema of Mongoose's lets through only the fields that it has.
  const weak = view.path.startsWith('mongoose');
  view.sink('record', at, { value: wholeOf(view, value), weak });
  if (inside && value.taints.length === 0) view.sink('record', at, { value: wholeOf(view, inside), weak });
  return undefined;
}

const inserted: Model = (view) => {
  written(view, 0);
  return undefined;
};

const FILTERED =
  'find findOne findOneAndDelete findOneAndRemove deleteOne deleteMany remove countDocuments count exists where';
const CHANGED = 'updateOne updateMany update findOneAndUpdate replaceOne findOneAndReplace';

const MONGO = {
  ...each(FILTERED, filter),
  ...each(CHANGED, changes(1)),
  ...each('insertOne insertMany create', inserted),
  findByIdAndUpdate: (view: CallView): undefined => written(view, 1),
  aggregate: (view: CallView): undefined => {
    view.sink('nosql', 0, { value: structured(view, view.arg(0)) });
    return undefined;
  },
  $where: sink('code', 0),
  mapReduce: sink('code', 0, 1),
};

/** A script of Elasticsearch's; a whole search that somebody else wrote. */
const searched: Model = (view) => {
  for (const body of ['0.body', '0']) {
    for (const place of ['script.source', 'script.inline', 'query.script.script.source']) {
      const value = view.arg(`${body}.${place}`);
      if (value && view.arg(0)?.taints.length === 0) view.sink('code', `${body}.${place}`, { value });
    }
    const query = view.arg(`${body}.query`);
    if (query)
      view.sink('nosql', `${body}.query`, {
        value: { ...UNKNOWN, taints: structured(view, { ...query, objects: [] }).taints },
      });
  }
  return undefined;
};

/** A query as a text, or with its parameters beside it. */
const query: Model = (view) => {
  view.sink('sql', 0);
  const text = view.arg('0.query');
  if (text && view.arg(0)?.taints.length === 0) view.sink('sql', '0.query', { value: text });
  return undefined;
};

export const NOSQL_FAMILIES = {
  // https://www.mongodb.com/docs/drivers/node/current/, https://mongoosejs.com/docs/api/query.html
  ...family('mongodb mongoose monk', MONGO),
  // https://redis.io/docs/latest/develop/programmability/: a script's keys and arguments are data
  ...family('redis ioredis', {
    ...each('eval evalsha scriptLoad defineCommand', sink('code', 0)),
  }),
  ...family('@elastic/elasticsearch @opensearch-project/opensearch elasticsearch', {
    ...each('search count deleteByQuery updateByQuery update', searched),
  }),
  // https://learn.microsoft.com/javascript/api/@azure/cosmos/items#query
  ...family('@azure/cosmos', { query }),
  // https://neo4j.com/docs/javascript-manual/current/query-simple/
  ...family('neo4j-driver', { run: query, executeQuery: query }),
  ...family('gremlin', { submit: query }),
  // https://googleapis.dev/nodejs/firestore/latest/CollectionReference.html, https://firebase.google.com/docs/reference/admin/node
  ...family('@google-cloud/firestore firebase-admin firebase-admin/firestore', {
    ...each('collection collectionGroup', sink('cloud-resource', 0)),
    ...each('add set create', inserted),
    update: inserted,
  }),
};

export const NOSQL: Readonly<Record<string, Model>> = {
  'mongo-sanitize': cleans('operators taken out', ['nosql'], 0),
  'express-mongo-sanitize.sanitize': cleans('operators taken out', ['nosql'], 0),
  'mongoose.sanitizeFilter': cleans('operators taken out', ['nosql'], 0),
};
