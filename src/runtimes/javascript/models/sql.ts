import type { Model } from '#runtimes/engine/language';
import { cleans, sink } from '#runtimes/engine/models';
import { api, UNKNOWN } from '#runtimes/engine/value';
import type { ArgumentPath, CallView } from '#runtimes/engine/view';
import { wholeOf } from '#runtimes/javascript/models/aws';
import { each, family } from '#runtimes/javascript/models/family';
import {
  asField,
  asInputs,
  asList,
  asNamed,
  asOption,
  asString,
  asSuffix,
  asTag,
  type Binding,
  COLON,
  DOLLAR,
  QUESTION,
  QUOTED,
} from '#runtimes/javascript/models/sql-parameters';

/** Whether it is a tag of a template: then the values are handed over apart from the text. */
function isTag(view: CallView): boolean {
  return view.node?.how === 'tagged';
}

/** A statement, as a text or as a field of options. */
function statement(binding: Binding | undefined, ...at: readonly ArgumentPath[]): Model {
  return (view) => {
    if (isTag(view)) return undefined;
    const rewrite = binding?.(view);
    for (const one of at) view.sink('sql', one, { rewrite });
    return undefined;
  };
}

/** Calls back with something that has the methods of what it stands for: `pool.connect((error, client) => …)`. */
const withClient: Model = (view) => {
  for (const value of view.args.list)
    if (value.closures.length > 0) view.run(value, UNKNOWN, api(`${view.path}()`), UNKNOWN);
  return undefined;
};

/** Calls back with the client first: transactions. */
const inTransaction: Model = (view) => {
  for (const value of view.args.list) if (value.closures.length > 0) view.run(value, api(`${view.path}()`));
  return { ...UNKNOWN, apis: [{ path: `${view.path}()` }] };
};

const dollar = statement(asList(DOLLAR, ['text', 'values']), 0, '0.text');
/** What is prepared takes values one by one. */
const prepared = statement(asList(QUOTED, ['sql', 'values']), 0, '0.sql');
/** What is put in by the driver may be a list or conditions, unless it is a text. */
const question = statement(asList(QUOTED, ['sql', 'values'], asString), 0, '0.sql');
const plain = statement(undefined, 0);

/** The same name on a database takes a statement, on a statement that was prepared its values. */
function unprepared(model: Model): Model {
  return (view) => (view.path.includes('prepare()') ? undefined : model(view));
}

const bindable = statement(asSuffix('bind', QUOTED), 0);

/** A piece of a statement that a builder takes as it stands; objects are conditions with values. */
function pieceWith(binding: Binding | undefined): Model {
  return (view) => {
    if (!isTag(view)) view.sink('sql', 0, { rewrite: binding?.(view) });
    return undefined;
  };
}
const piece = pieceWith(undefined);

const escaped = cleans('SQL escaping', ['sql'], 0);
/** Values are escaped, the text of the statement is as it was given. */
const formatted: Model = (view) => {
  const taints = view.arg(0)?.taints ?? [];
  return { ...UNKNOWN, taints, text: view.arg(0)?.text };
};

/** Records whose fields are those of an object that the sender made. */
function stored(...places: readonly string[]): Model {
  return (view) => {
    for (const place of places) view.sink('record', place, { value: wholeOf(view, view.arg(place)) });
    return undefined;
  };
}

/** Drivers and query builders of SQL databases. Values that are bound are no part of the text. */
export const SQL_FAMILIES = {
  // https://node-postgres.com/apis/client#clientquery
  ...family('pg', {
    query: dollar,
    unsafe: plain,
    connect: withClient,
    escapeLiteral: escaped,
    escapeIdentifier: escaped,
  }),
  // https://github.com/datalanche/node-pg-format: %I and %L are quoted, %s is not
  ...family('pg-format', { literal: escaped, ident: escaped, string: piece }),
  // https://vitaly-t.github.io/pg-promise/Database.html
  ...family('pg-promise', {
    ...each('query none one many oneOrNone manyOrNone any result multi multiResult func proc', dollar),
    ...each('map each', dollar),
    ...each('tx task txIf taskIf', inTransaction),
  }),
  // https://github.com/porsager/postgres#unsafe-raw-string-queries
  ...family('postgres', { unsafe: dollar, ...each('begin savepoint reserve', inTransaction) }),
  // https://sidorares.github.io/node-mysql2/docs
  ...family('mysql2', {
    query: question,
    execute: prepared,
    prepare: plain,
    getConnection: withClient,
    escape: escaped,
    escapeId: escaped,
    format: formatted,
  }),
  ...family('sqlstring', { escape: escaped, escapeId: escaped, format: formatted }),
  // https://github.com/jeremydaly/serverless-mysql
  ...family('serverless-mysql', { query: question, escape: escaped, escapeId: escaped }),
  // https://github.com/jeremydaly/data-api-client
  ...family('data-api-client', { query: statement(undefined, 0, '0.sql') }),
  // https://knexjs.org/guide/raw.html
  ...family('knex', {
    raw: pieceWith(asList(QUESTION, undefined, asString)),
    ...each(
      'whereRaw orWhereRaw andWhereRaw havingRaw orHavingRaw',
      pieceWith(asList({ ...QUESTION, piece: true }, undefined, asString)),
    ),
    ...each('orderByRaw groupByRaw joinRaw fromRaw', piece),
    ...each('withRaw', sink('sql', 1)),
    transaction: inTransaction,
  }),
  // https://sequelize.org/docs/v6/core-concepts/raw-queries/
  ...family('sequelize', {
    query: statement(asOption('replacements', QUESTION, asString), 0, '0.query'),
    literal: plain,
    escape: escaped,
    transaction: inTransaction,
  }),
  ...family('sequelize-typescript', {
    query: statement(asOption('replacements', QUESTION, asString), 0, '0.query'),
    literal: plain,
  }),
  // https://www.prisma.io/docs/orm/prisma-client/using-raw-sql/raw-queries
  ...family('@prisma/client', {
    $queryRawUnsafe: pieceWith(asTag('$queryRawUnsafe', '$queryRaw')),
    $executeRawUnsafe: pieceWith(asTag('$executeRawUnsafe', '$executeRaw')),
    ...each('$queryRaw $executeRaw raw', piece),
    $transaction: inTransaction,
    $extends: (view) => view.receiver,
    // https://www.prisma.io/docs/orm/reference/prisma-client-reference#model-queries
    ...each('create update updateMany createMany', stored('0.data')),
    upsert: stored('0.create', '0.update'),
  }),
  // https://typeorm.io/docs/query-builder/select-query-builder
  ...family('typeorm', {
    query: plain,
    ...each(
      'where andWhere orWhere having andHaving orHaving',
      pieceWith(asNamed({ placeholder: ':', isTyped: true, piece: true }, asString)),
    ),
    ...each('orderBy addOrderBy groupBy addGroupBy', piece),
    ...each('Raw', (view) => (view.arg(0)?.closures.length ? undefined : piece(view))),
    transaction: inTransaction,
  }),
  // https://mikro-orm.io/docs/raw-queries
  ...family('@mikro-orm/core @mikro-orm/postgresql @mikro-orm/mysql', { execute: plain, raw: piece }),
  // https://orm.drizzle.team/docs/sql#sqlraw
  ...family('drizzle-orm', { raw: piece }),
  // https://kysely.dev/docs/recipes/raw-sql
  ...family('kysely', { ...each('raw lit', piece) }),
  // https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md, https://nodejs.org/api/sqlite.html
  ...family('better-sqlite3 node:sqlite sqlite', {
    ...each('exec pragma', plain),
    prepare: (view) => (view.path.startsWith('better-sqlite3') ? bindable(view) : plain(view)),
    ...each('run get all each', unprepared(prepared)),
    transaction: (view) => view.arg(0),
  }),
  ...family('sqlite3', { ...each('exec prepare', plain), ...each('run get all each', unprepared(prepared)) }),
  // https://github.com/tediousjs/node-mssql#query-command-callback
  ...family('mssql', {
    query: statement(asInputs({ placeholder: '@', isTyped: true }), 0),
    ...each('batch prepare', plain),
  }),
  ...family('tedious', { Request: plain }),
  // https://node-oracledb.readthedocs.io/en/latest/api_manual/connection.html
  ...family('oracledb', {
    execute: statement(asList(COLON), 0),
    ...each('executeMany queryStream', plain),
    getConnection: withClient,
  }),
  // https://docs.snowflake.com/en/developer-guide/node-js/nodejs-driver-execute
  ...family('snowflake-sdk', { execute: statement(asField('sqlText', 'binds', QUESTION), '0.sqlText') }),
  // https://cloud.google.com/nodejs/docs/reference/bigquery/latest
  ...family(
    '@google-cloud/bigquery',
    each('query createQueryJob createQueryStream', statement(undefined, 0, '0.query')),
  ),
  ...family('@google-cloud/spanner', each('run runStream runUpdate', statement(undefined, 0, '0.sql'))),
  ...family('@clickhouse/client', each('query command exec', statement(undefined, '0.query'))),
  ...family('@planetscale/database', each('execute query batch', question)),
  ...family('@libsql/client', each('execute query batch', statement(asField('sql', 'args', QUOTED), 0, '0.sql'))),
};

/** What SQL drivers do by their whole path. */
export const SQL: Readonly<Record<string, Model>> = {
  'pg-format': formatted,
  // https://node-postgres.com/apis/cursor
  'pg-cursor': plain,
  'pg-query-stream': plain,
};
