import type { Model } from '#runtimes/engine/language';
import { headOf } from '#runtimes/python/text';

/** What starts a statement of SQL. */
const STATEMENT =
  /^\s*(?:select\b|insert\s+into\b|update\b|delete\s+from\b|with\b|merge\b|call\b|alter\b|drop\b|create\b|truncate\b)/i;

/** `cursor.execute('SELECT …' + id)`: whatever the driver is, the text is a statement. */
const statement: Model = (view) => {
  for (const at of [0, 'query', 'sql', 'statement'] as const) {
    const head = headOf(view.arg(at));
    if (head !== undefined && STATEMENT.test(head)) view.sink('sql', at, { weak: true });
  }
  return undefined;
};

/** What methods do by their name and what they are given, on something of which nothing is known. */
export const GUESSES: Readonly<Record<string, Model>> = {
  execute: statement,
  executemany: statement,
  raw: statement,
  read_sql: statement,
  run_query: statement,
  execute_query: statement,
};
