import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { handlersIn } from '#test/runtimes/run';

/** A condition of a statement with the value that the caller chooses in it: `VALUE` stands for the name of a variable. */
interface Condition {
  readonly column: string;
  readonly before: string;
  readonly after: string;
  readonly variable: string;
}

const condition: fc.Arbitrary<Condition> = fc
  .record({
    column: fc.constantFrom('a', 't.b', 'lower(c)'),
    variable: fc.constantFrom('v0', 'v1', 'v2'),
    shape: fc.constantFrom(
      [" = '", "'"],
      [' = ', ''],
      [' >= ', ''],
      [" <> '", "'"],
      [" LIKE '%", "%'"],
      [" like '", "%'"],
      [" = 'user-", "'"],
      [" IN ('x', '", "')"],
      [" = lower('", "')"],
      [" BETWEEN '", "' AND 'z'"],
    ),
  })
  .map(({ column, variable, shape: [before = '', after = ''] }) => ({ column, variable, before, after }));

const statement = fc.record({
  head: fc.constantFrom('SELECT * FROM t WHERE ', "UPDATE t SET x = 'it', y = 2 WHERE ", 'DELETE FROM t WHERE '),
  conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
  joint: fc.constantFrom(' AND ', ' OR '),
  tail: fc.constantFrom('', ' LIMIT 10', ' ORDER BY a', ';'),
});

type Statement = typeof statement extends fc.Arbitrary<infer T> ? T : never;

/** The constant pieces of a statement, with a variable between each two. */
function piecesOf({ head, conditions, joint, tail }: Statement): { texts: string[]; variables: string[] } {
  const texts: string[] = [head];
  const variables: string[] = [];
  conditions.forEach(({ column, before, after, variable }, index) => {
    texts[texts.length - 1] += `${index > 0 ? joint : ''}${column}${before}`;
    texts.push(after);
    variables.push(variable);
  });
  texts[texts.length - 1] += tail;
  return { texts, variables };
}

const interleaved = (texts: readonly string[], values: readonly string[]): string =>
  texts.map((text, index) => text + (values[index] ?? '')).join('');

/** What the statement is when the values are put in, each in quotes. */
function meant(sql: string): string {
  return sql.replace(/'[^']*'|V\dV/g, (part) => (part.startsWith("'") ? part : `'${part}'`));
}

const VALUES: Readonly<Record<string, string>> = { v0: 'V0V', v1: 'V1V', v2: 'V2V' };
const DRIVERS = {
  pg: { made: "new (require('pg').Pool)()", placeholder: /\$(\d+)/g },
  mysql2: { made: "require('mysql2/promise').createPool({})", placeholder: /\?/g },
} as const;

/** The statements that a handler runs, with what is bound: the code is run on a database that only listens. */
async function ran(code: string): Promise<readonly (readonly [sql: string, values: readonly unknown[]])[]> {
  const calls: [string, readonly unknown[]][] = [];
  const query = (sql: string, values: readonly unknown[] = []) => calls.push([sql, values]);
  const exports: { handler?: (event: unknown) => Promise<void> } = {};
  const require = () => ({
    Pool: class {
      query = query;
    },
    createPool: () => ({ execute: query }),
  });
  new Function('exports', 'require', code)(exports, require);
  await exports.handler?.({ queryStringParameters: VALUES });
  return calls;
}

it('keeps the meaning of statements in JavaScript', async () => {
  let bound = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ statement, form: fc.constantFrom('template', 'sum', 'variable') }), {
        minLength: 8,
        maxLength: 8,
      }),
      fc.constantFrom<(keyof typeof DRIVERS)[]>('pg', 'mysql2'),
      async (all, driver) => {
        const lines = all.map(({ statement: one, form }, index) => {
          const { texts, variables } = piecesOf(one);
          const written =
            form === 'sum'
              ? texts.map((text, at) => `"${text}"${variables[at] ? ` + ${variables[at]} + ` : ''}`).join('')
              : `\`${interleaved(
                  texts,
                  variables.map((name) => `\${${name}}`),
                )}\``;
          const call = driver === 'pg' ? 'query' : 'execute';
          return form === 'variable'
            ? `const s${index} = ${written};\n  await db.${call}(s${index});`
            : `await db.${call}(${written});`;
        });
        const code = `const db = ${DRIVERS[driver].made};\nexports.handler = async (event) => {\n  const { v0, v1, v2 } = event.queryStringParameters;\n  ${lines.join('\n  ')}\n};\n`;
        const before = await ran(code);
        const [handler] = await handlersIn({ 'src/app.js': code });
        for (const { rewrite } of handler?.flows ?? []) {
          if (!rewrite) continue;
          bound++;
          const after = await ran(applyEdits(new SourceFile('src/app.js', code), rewrite.edits).text);
          expect(after).toHaveLength(before.length);
          const changed = after.filter(([, values]) => values.length > 0);
          expect(changed).toHaveLength(1);
          after.forEach(([sql, values], index) => {
            let next = 0;
            const filled = sql.replace(DRIVERS[driver].placeholder, (_, number?: string) => {
              next++;
              return `'${values[(typeof number === 'string' && number !== '' && driver === 'pg' ? Number(number) : next) - 1]}'`;
            });
            expect(next).toBe(values.length);
            expect(meant(filled)).toBe(meant(before[index]?.[0] ?? ''));
          });
        }
      },
    ),
    { numRuns: 12 },
  );
  expect(bound).toBeGreaterThan(60);
}, 60_000);

/** A statement in a call of Python, and what is bound: texts, names, and f-strings of both. */
function readPython(call: string): readonly [sql: string, values: readonly string[]] {
  const [, sql = '', tuple] = /execute\("([^"]*)"(?:, \((.*?),?\))?\)$/.exec(call) ?? [];
  const values = (tuple ?? '').split(', ').filter((one) => one !== '');
  return [
    sql,
    values.map((one) =>
      one.replace(/^f"(.*)"$/, '$1').replace(/\{?\b(v\d)\b\}?/g, (_, name: string) => VALUES[name] ?? ''),
    ),
  ];
}

it('keeps the meaning of statements in Python', async () => {
  let bound = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ statement, form: fc.constantFrom('f', '%', 'format', 'sum') }), {
        minLength: 8,
        maxLength: 8,
      }),
      async (all) => {
        const written = all.map(({ statement: one, form }) => {
          const { texts, variables } = piecesOf(one);
          if (form === 'f')
            return `f"${interleaved(
              texts,
              variables.map((name) => `{${name}}`),
            )}"`;
          if (form === 'format')
            return `"${interleaved(
              texts,
              variables.map(() => '{}'),
            )}".format(${variables.join(', ')})`;
          if (form === 'sum')
            return texts.map((text, at) => `"${text}"${variables[at] ? ` + ${variables[at]} + ` : ''}`).join('');
          const escaped = texts.map((text) => text.replaceAll('%', '%%'));
          return `"${interleaved(
            escaped,
            variables.map(() => '%s'),
          )}" % (${variables.join(', ')},)`;
        });
        const code = `import psycopg2\ncur = psycopg2.connect("").cursor()\n\n\ndef handler(event, context):\n    p = event["queryStringParameters"]\n    v0, v1, v2 = p["v0"], p["v1"], p["v2"]\n${written.map((one) => `    cur.execute(${one})\n`).join('')}`;
        const [handler] = await handlersIn({ 'src/app.py': code });
        for (const { rewrite, call } of handler?.flows ?? []) {
          if (!rewrite) continue;
          bound++;
          const file = new SourceFile('src/app.py', code);
          const line = file.position(call.span.start).line;
          const fixed = applyEdits(file, rewrite.edits).text.split('\n');
          const [sql, values] = readPython(fixed[line - 1] ?? '');
          let next = 0;
          const filled = sql.replace(/%s/g, () => `'${values[next++]}'`);
          expect(next).toBe(values.length);
          const { texts, variables } = piecesOf(all[line - 8]?.statement as Statement);
          expect(meant(filled)).toBe(
            meant(
              interleaved(
                texts,
                variables.map((name) => VALUES[name] ?? ''),
              ),
            ),
          );
          expect(fixed.filter((_, at) => at !== line - 1)).toEqual(code.split('\n').filter((_, at) => at !== line - 1));
        }
      },
    ),
    { numRuns: 12 },
  );
  expect(bound).toBeGreaterThan(60);
}, 60_000);
