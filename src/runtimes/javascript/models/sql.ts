import type { Model } from '#runtimes/engine/language';
import { cleans, sink } from '#runtimes/engine/models';

const query: Model = (view) => {
  view.sink('sql', 0);
  view.sink('sql', '0.text');
  view.sink('sql', '0.sql');
  return undefined;
};

/** Drivers and query builders of SQL databases. Values that are bound are no part of the text. */
export const SQL: Readonly<Record<string, Model>> = {
  'pg.Pool().query': query,
  'pg.Client().query': query,
  'pg.Pool().connect().query': query,
  'mysql2.createConnection().query': query,
  'mysql2.createConnection().execute': query,
  'mysql2.createPool().query': query,
  'mysql2.createPool().execute': query,
  'mysql2/promise.createConnection().query': query,
  'mysql2/promise.createConnection().execute': query,
  'mysql2/promise.createPool().query': query,
  'mysql2/promise.createPool().execute': query,
  'knex().raw': sink('sql', 0),
  'mysql2.escape': cleans('SQL escaping', ['sql'], 0),
};
