import type { Rewrite } from '#model/handler';
import { bindValues } from '#runtimes/binding/bind';
import type { Dialect } from '#runtimes/binding/statement';
import type { CallView } from '#runtimes/engine/view';
import { following } from '#runtimes/observations/options';

const TITLE = 'Bind the values as parameters';

const MYSQL: Dialect = { placeholder: '%s', doubleQuotes: true };

/** Some write lists and dictionaries into the statement as well (CVE-2024-36039): what JSON holds is made a text. */
function asText(dialect: Dialect): ((text: string) => string) | undefined {
  return dialect === MYSQL ? (text) => (text.startsWith('str(') ? text : `str(${text})`) : undefined;
}

/** How the drivers of Python's DB-API take values: https://peps.python.org/pep-0249/#paramstyle */
const DIALECTS: Readonly<Record<string, Dialect>> = {
  ...named('psycopg psycopg_pool pg8000', { placeholder: '%s', isTyped: true }),
  ...named('psycopg2 aiopg redshift_connector django pymssql snowflake', { placeholder: '%s' }),
  ...named('mysql', { placeholder: '%s', doubleQuotes: true }),
  ...named('pymysql MySQLdb aiomysql', MYSQL),
  ...named('sqlite3 aiosqlite mariadb', { placeholder: '?', doubleQuotes: true }),
  ...named('pyodbc', { placeholder: '?', isTyped: true }),
  ...named('duckdb', { placeholder: '?', isTyped: true, quotedOnly: true }),
};

function named(names: string, dialect: Dialect): Record<string, Dialect> {
  return Object.fromEntries(names.split(' ').map((name) => [name, dialect]));
}

/** The values in a tuple behind the statement: `execute(text, (id,))`. */
export function withParameters(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [first, ...more] = node?.args ?? [];
  const [, root = '', method] = /^(\w+).*?\.(\w+)$/s.exec(view.path) ?? [];
  const dialect = Object.hasOwn(DIALECTS, root) ? DIALECTS[root] : undefined;
  if (!node || !dialect || !first || first.spread || first.name !== undefined || more.length > 0) return undefined;
  if ((method !== 'execute' && method !== 'raw') || (view.arg(0)?.taints.length ?? 0) === 0) return undefined;
  const bound = bindValues(view, first.value, dialect, asText(dialect));
  if (!bound) return undefined;
  const { file } = view.context.frame.module.code;
  const { end } = first.span;
  const tuple = `(${bound.values.join(', ')}${bound.values.length === 1 ? ',' : ''})`;
  const text = following(file, first.span, node.argsSpan.end - 1) + tuple;
  return {
    title: TITLE,
    applicability: 'unsafe',
    edits: [...bound.edits, { path: file.path, span: { start: end, end }, text }],
  };
}

/** The values by their names behind SQLAlchemy's statement: `text('… :id').bindparams(id=id)`. */
export function withNames(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [first, ...more] = node?.args ?? [];
  if (!node || !first || first.spread || first.name !== undefined || more.length > 0) return undefined;
  if ((view.arg(0)?.taints.length ?? 0) === 0) return undefined;
  const bound = bindValues(view, first.value, { placeholder: ':', isTyped: true });
  if (!bound) return undefined;
  const { file } = view.context.frame.module.code;
  const { end } = node.span;
  const text = `.bindparams(${bound.values.map((value, at) => `${bound.names[at]}=${value}`).join(', ')})`;
  return {
    title: TITLE,
    applicability: 'unsafe',
    edits: [...bound.edits, { path: file.path, span: { start: end, end }, text }],
  };
}
