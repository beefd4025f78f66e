import type { Model } from '#runtimes/engine/language';
import { deepSink, gives, sink } from '#runtimes/engine/models';

/** A filter: a value that is an object of somebody else's brings operators with it. */
const filter = deepSink('nosql', 0, 'filter');
const filtered: Model = (view) => {
  filter(view);
  return undefined;
};

const FINDING =
  'find find_one find_one_and_update find_one_and_delete find_one_and_replace delete_one delete_many update_one update_many replace_one count_documents distinct find_raw_batches';

const COLLECTION: Readonly<Record<string, Model>> = {
  ...Object.fromEntries(FINDING.split(' ').map((name) => [name, filtered])),
  distinct: deepSink('nosql', 1, 'filter'),
  aggregate: deepSink('nosql', 0, 'pipeline'),
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

export const NOSQL: Readonly<Record<string, Model>> = {
  'bson.ObjectId': gives(),
  'bson.objectid.ObjectId': gives(),
};
