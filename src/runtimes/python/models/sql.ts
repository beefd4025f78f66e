import type { Model } from '#runtimes/engine/language';
import { cleans, deepSink, gives, passes, sink, taintsAt } from '#runtimes/engine/models';
import { concatenated } from '#runtimes/engine/operators';
import { made, UNKNOWN } from '#runtimes/engine/value';
import { withNames, withParameters } from '#runtimes/python/models/sql-parameters';
import { formatPieces } from '#runtimes/python/text';

/** Values that are bound stand in other arguments; of a composed statement (`psycopg2.sql`) no marks are left. */
const query: Model = (view) => {
  for (const at of [0, 'query', 'sql', 'operation', 'statement', 'stmt', 'command'] as const) {
    if (view.arg(at)) {
      view.sink('sql', at, { rewrite: withParameters(view) });
      break;
    }
  }
  return undefined;
};

const script = query;

/** The methods that run statements, of all that a driver gives, however its connection was come by. */
const CURSOR: Readonly<Record<string, Model>> = {
  execute: query,
  executemany: query,
  executescript: script,
  execute_sql: query,
  mogrify: query,
  copy_expert: query,
  callproc: sink('sql', 0),
};

const ASYNCPG: Readonly<Record<string, Model>> = {
  ...CURSOR,
  fetch: query,
  fetchrow: query,
  fetchval: query,
  prepare: query,
  cursor: query,
};

/** `sqlalchemy.text(…)`: the statement; values are bound by name afterwards. */
const text: Model = (view) => {
  view.sink('sql', view.arg(0) ? 0 : 'text', { rewrite: withNames(view) });
  return { ...UNKNOWN, apis: [{ path: 'sqlalchemy.text()' }] };
};

/** SQL of psycopg: pieces of our own text, with names and values that are quoted. */
const composed: Model = (view) => {
  view.sink('sql', 0);
  return { ...UNKNOWN, apis: [{ path: 'psycopg2.sql.SQL()' }] };
};

const ORM: Readonly<Record<string, Model>> = {
  execute: query,
  executemany: query,
  exec_driver_sql: query,
  from_statement: query,
  scalar: query,
  scalars: query,
};

/** What drivers and query builders do by the last name of a path, by the package that it starts with. */
export const SQL_PACKAGES: Readonly<Record<string, Readonly<Record<string, Model>>>> = {
  ...Object.fromEntries(
    'psycopg2 psycopg psycopg_pool pg8000 pymysql mysql MySQLdb aiomysql aiopg aiosqlite sqlite3 pyodbc pymssql cx_Oracle oracledb snowflake redshift_connector clickhouse_driver duckdb databases trino pyathena ibm_db mariadb pysqlite3 sqlcipher3 hdbcli vertica_python impala'
      .split(' ')
      .map((name) => [name, CURSOR] as const),
  ),
  asyncpg: ASYNCPG,
  duckdb: { ...CURSOR, sql: query, query },
  databases: { ...CURSOR, fetch_all: query, fetch_one: query, fetch_val: query, iterate: query },
  sqlalchemy: ORM,
  sqlmodel: { ...ORM, exec: query },
  flask_sqlalchemy: ORM,
  records: { query, bulk_query: query },
  dataset: { query },
  awswrangler: { read_sql_query: sink('sql', 0, 'sql'), start_query_execution: sink('sql', 0, 'sql') },
  aurora_data_api: CURSOR,
  django: { raw: query, execute: query, extra: deepSink('sql', 'where', 'select', 'order_by') },
  peewee: { raw: query, execute_sql: query, SQL: query },
  tortoise: { raw: query, execute_query: query },
  neo4j: { run: sink('sql', 0, 'query'), execute_query: sink('sql', 0) },
  'google.cloud.bigquery': { query: sink('sql', 0), query_and_wait: sink('sql', 0) },
  'google.cloud.spanner': {
    execute_sql: sink('sql', 0),
    execute_update: sink('sql', 0),
    execute_partitioned_dml: sink('sql', 0),
  },
  'azure.cosmos': { query_items: sink('nosql', 0, 'query') },
};

/** What has a path of its own. */
export const SQL: Readonly<Record<string, Model>> = {
  'sqlalchemy.text': text,
  'sqlalchemy.sql.text': text,
  'sqlalchemy.sql.expression.text': text,
  'sqlalchemy.literal_column': sink('sql', 0),
  'sqlalchemy.column': gives('sqlalchemy.column()'),
  'sqlalchemy.text().bindparams': gives('sqlalchemy.text()'),
  'django.db.models.expressions.RawSQL': sink('sql', 0),
  'pandas.read_sql': sink('sql', 0, 'sql'),
  'pandas.read_sql_query': sink('sql', 0, 'sql'),
  ...Object.fromEntries(
    ['psycopg2', 'psycopg'].flatMap((module): (readonly [string, Model])[] => [
      [`${module}.sql.SQL`, composed],
      [`${module}.sql.Identifier`, gives('psycopg2.sql.Identifier()')],
      [`${module}.sql.Literal`, gives('psycopg2.sql.Literal()')],
      [`${module}.sql.Placeholder`, gives('psycopg2.sql.Placeholder()')],
      [`${module}.sql.Composed`, gives('psycopg2.sql.SQL()')],
    ]),
  ),
  'psycopg2.sql.SQL().format': gives('psycopg2.sql.SQL()'),
  'psycopg2.sql.SQL().join': gives('psycopg2.sql.SQL()'),
  'psycopg2.extras.execute_values': sink('sql', 1),
  'psycopg2.extras.execute_batch': sink('sql', 1),
  'psycopg2.extensions.quote_ident': cleans('quoting of a name', ['sql'], 0),
  'psycopg2.extensions.adapt': cleans('SQL quoting', ['sql'], 0),
  'pymysql.converters.escape_string': cleans('SQL escaping', [], 0),
  'pymysql.connect().escape': cleans('SQL escaping', ['sql'], 0),
  'pymysql.connect().escape_string': cleans('SQL escaping', [], 0),
  'string.Template': (view) => {
    view.sink('template', 0);
    return { ...UNKNOWN, apis: [{ path: 'string.Template()', args: view.args }], taints: taintsAt(view, [0]) };
  },
  'string.Template().substitute': (view) => {
    const template = view.constant(view.receiver.apis[0]?.args?.list[0]);
    const values = view.args.named;
    if (typeof template !== 'string')
      return {
        ...UNKNOWN,
        taints: made([...taintsAt(view, []), ...[...values.values()].flatMap((one) => view.taints(one))], 0),
      };
    const braced = template.replace(/[{}]/g, '').replace(/\$(\w{1,60})/g, '{$1}');
    return concatenated(
      view.machine,
      formatPieces(
        braced,
        () => undefined,
        (name) => values.get(name) ?? view.arg(0),
      ),
      view.at,
    );
  },
  'string.Template().safe_substitute': passes('receiver', 0),
};
