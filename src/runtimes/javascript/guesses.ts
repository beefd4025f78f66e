import type { Model } from '#runtimes/engine/language';

/** What starts a statement of SQL. */
const STATEMENT =
  /^\s*(?:select\b|insert\s+into\b|update\b|delete\s+from\b|with\b|merge\b|call\b|alter\b|drop\b|create\b|truncate\b)/i;

/** `db.query('SELECT …' + id)`: whatever the driver is, the text is a statement. */
const statement: Model = (view) => {
  for (const at of [0, '0.text', '0.sql'] as const) {
    const value = view.arg(at);
    const [head] = value?.text ?? [];
    if (typeof head === 'string' && STATEMENT.test(head)) view.sink('sql', at, { weak: true });
  }
  return undefined;
};

/** What methods do by their name and what they are given, on something of which nothing is known. */
export const GUESSES: Readonly<Record<string, Model>> = {
  query: statement,
  execute: statement,
  raw: statement,
};
