import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { handlersIn } from '#test/runtimes/run';

type Case = readonly [code: string, expected: string | undefined];

/** The lines of code that the first rewrite changes, as it leaves them; undefined where there is none. */
async function rewritten(path: string, text: string): Promise<string | undefined> {
  const [handler] = await handlersIn({ [path]: text });
  const rewrite = handler?.flows.find((flow) => flow.rewrite)?.rewrite;
  if (!rewrite) return undefined;
  const before = text.split('\n');
  const after = applyEdits(new SourceFile(path, text), rewrite.edits).text.split('\n');
  const first = after.findIndex((line, at) => line !== before[at]);
  let last = after.length;
  while (after[last - 1] === before[before.length - 1 - (after.length - last)]) last--;
  return after
    .slice(first, last)
    .map((line) => line.trim())
    .join('\n');
}

function javascript(before: string, all: readonly Case[]): void {
  test.each(all)('%s', async (code, expected) => {
    const text = `${before}\nexports.handler = async (event) => {\n  const { id, name } = event.queryStringParameters;\n  const body = JSON.parse(event.body);\n  ${code}\n};\n`;
    expect(await rewritten('src/app.js', text)).toBe(expected);
  });
}

function python(before: string, all: readonly Case[]): void {
  test.each(all)('%s', async (code, expected) => {
    const text = `import json\nimport os\n${before}\n\n\ndef handler(event, context):\n    p = event["queryStringParameters"]\n    uid, name = p["id"], p["name"]\n    body = json.loads(event["body"])\n    ${code}\n`;
    expect(await rewritten('src/app.py', text)).toBe(expected);
  });
}

describe('PostgreSQL in JavaScript', () => {
  javascript("const db = new (require('pg').Pool)();", [
    [`db.query("SELECT * FROM t WHERE id = '" + id + "'");`, 'db.query("SELECT * FROM t WHERE id = $1", [id]);'],
    [`db.query('SELECT * FROM t WHERE id = ' + id);`, "db.query('SELECT * FROM t WHERE id = $1', [id]);"],
    [
      "db.query(`SELECT * FROM ${process.env.TABLE} WHERE id IN ('${id}', '${name}')`);",
      'db.query(`SELECT * FROM ${process.env.TABLE} WHERE id IN ($1, $2)`, [id, name]);',
    ],
    ["db.query(`SELECT * FROM t WHERE a = '${id}'::uuid`);", 'db.query(`SELECT * FROM t WHERE a = $1::uuid`, [id]);'],
    [
      "db.query(`SELECT * FROM t WHERE a = 'user-${id}-${name}'`);",
      'db.query(`SELECT * FROM t WHERE a = $1`, [`user-${id}-${name}`]);',
    ],
    [
      "db.query(`SELECT * FROM t WHERE a = '${id}'`, (error, rows) => {});",
      'db.query(`SELECT * FROM t WHERE a = $1`, [id], (error, rows) => {});',
    ],
    [
      "db.query({ text: `SELECT * FROM t WHERE a = '${id}'` });",
      'db.query({ text: `SELECT * FROM t WHERE a = $1`, values: [id] });',
    ],
    [
      "const sql = `SELECT * FROM t WHERE a = '${id}'`;\n  await db.query(sql);",
      'const sql = `SELECT * FROM t WHERE a = $1`;\nawait db.query(sql, [id]);',
    ],
    ["await db.query(\n    `SELECT * FROM t\n     WHERE a = '${id}'`,\n  );", 'WHERE a = $1`,\n[id],'],
    [
      "db.query('SELECT * FROM t WHERE a = \\'open\\' AND id = \\'' + id + '\\'');",
      "db.query('SELECT * FROM t WHERE a = \\'open\\' AND id = $1', [id]);",
    ],
    [`db.query('SELECT * FROM t WHERE id = \\'' + id + "'");`, "db.query('SELECT * FROM t WHERE id = $1', [id]);"],
    [`db.query('SELECT * FROM t WHERE id = ' + id + " AND a = 'x'");`, undefined],
    // The statement is used again, or is not finished yet.
    ["const sql = `SELECT * FROM t WHERE a = '${id}'`;\n  console.log(sql);\n  await db.query(sql);", undefined],
    [
      "let sql = `SELECT * FROM t WHERE a = '${id}'`;\n  if (name) sql += ' LIMIT 1';\n  await db.query(sql);",
      undefined,
    ],
    // The value is another one by then.
    [
      "let at = id;\n  const sql = `SELECT * FROM t WHERE a = '${at}'`;\n  at = name;\n  await db.query(sql);",
      undefined,
    ],
    // What is no value in PostgreSQL: a literal of a type, a name, an operand of an operator on several types, an argument of any type.
    ["db.query(`SELECT * FROM t WHERE at > date '${id}'`);", undefined],
    ["db.query(`SELECT * FROM t WHERE at > now() - interval '${id} days'`);", undefined],
    ['db.query(`SELECT * FROM t WHERE "${name}" = 1`);', undefined],
    ["db.query(`SELECT * FROM t WHERE data->>'${name}' = 'a'`);", undefined],
    ["db.query(`SELECT * FROM t WHERE a = concat('${id}', 'x')`);", undefined],
    // Statements that take no parameters, several at once, comments, escapes, parameters already.
    ["db.query(`ALTER USER x PASSWORD '${id}'`);", undefined],
    ["db.query(`SELECT * FROM t WHERE a = '${id}'; DELETE FROM t`);", undefined],
    ["db.query(`SELECT * FROM t WHERE a = '${id}' -- all`);", undefined],
    ["db.query(`SELECT * FROM t WHERE a = '${id}' AND b = 'it\\'s'`);", undefined],
    ["db.query(`SELECT * FROM t WHERE a = '${id}' AND b = $1`, [name]);", undefined],
    ["db.query(`SELECT * FROM t WHERE a = E'${id}'`);", undefined],
    // A text that brings its quotes along, a list, a word of SQL's.
    [`const quoted = "'" + id + "'";\n  db.query(\`SELECT * FROM t WHERE a = \${quoted}\`);`, undefined],
    [`db.query(\`SELECT * FROM t WHERE a = \${"'" + id + "'"}\`);`, undefined],
    ['db.query(`SELECT * FROM t WHERE id IN (${id})`);', undefined],
    ["db.query(`SELECT * FROM t WHERE id = ${id || 'NULL'}`);", undefined],
  ]);
});

describe('other drivers and builders in JavaScript', () => {
  javascript("const db = require('mysql2/promise').createPool({});", [
    [`db.query('SELECT * FROM t WHERE a = "' + name + '"');`, "db.query('SELECT * FROM t WHERE a = ?', [name]);"],
    // An object would become conditions.
    [
      "db.query(`SELECT * FROM t WHERE a = '${body.a}'`);",
      'db.query(`SELECT * FROM t WHERE a = ?`, [String(body.a)]);',
    ],
    ["db.execute(`SELECT * FROM t WHERE a = '${body.a}'`);", 'db.execute(`SELECT * FROM t WHERE a = ?`, [body.a]);'],
    ['db.query(`SELECT * FROM t WHERE a = ${db.escape(id)} AND b = ${id}`);', undefined],
    ['db.query(`SELECT * FROM t LIMIT ${id}`);', undefined],
  ]);
  javascript("const db = require('knex')({ client: 'pg' });", [
    ["db.raw(`SELECT * FROM t WHERE id = '${id}'`);", 'db.raw(`SELECT * FROM t WHERE id = ?`, [id]);'],
    [`db('t').whereRaw("name = '" + name + "'");`, `db('t').whereRaw("name = ?", [name]);`],
    ["db('t').orderByRaw(`${name} DESC`);", undefined],
  ]);
  javascript("const { Sequelize } = require('sequelize'); const db = new Sequelize('');", [
    [
      "db.query(`SELECT * FROM t WHERE id = '${id}'`, { type: 'SELECT' });",
      "db.query(`SELECT * FROM t WHERE id = ?`, { type: 'SELECT', replacements: [id] });",
    ],
    [
      "db.query(`SELECT * FROM t WHERE id = '${id}'`);",
      'db.query(`SELECT * FROM t WHERE id = ?`, { replacements: [id] });',
    ],
    ["db.query(`SELECT * FROM t WHERE id = '${id}'`, { bind: [1] });", undefined],
    ["db.query(`SELECT * FROM t WHERE id = '${id}'`, { ...body });", undefined],
  ]);
  javascript("const { PrismaClient } = require('@prisma/client'); const db = new PrismaClient();", [
    [
      "db.$queryRawUnsafe(`SELECT * FROM \"User\" WHERE a = '${id}' AND b LIKE '%${name}%'`);",
      'db.$queryRaw`SELECT * FROM "User" WHERE a = ${id} AND b LIKE ${`%${name}%`}`;',
    ],
    // A number is compared with no text.
    ['db.$queryRawUnsafe(`SELECT * FROM "User" WHERE id = ${id}`);', undefined],
  ]);
  javascript("const db = require('better-sqlite3')('a.db');", [
    [
      "db.prepare(`SELECT * FROM t WHERE a = '${id}'`).all();",
      'db.prepare(`SELECT * FROM t WHERE a = ?`).bind(id).all();',
    ],
  ]);
  javascript("const sql = require('mssql');", [
    [
      "new sql.Request().query(`SELECT * FROM t WHERE a = '${id}' AND b = '${id}'`);",
      "new sql.Request().input('id', id).query(`SELECT * FROM t WHERE a = @id AND b = @id`);",
    ],
  ]);
  javascript(
    "const { DataSource } = require('typeorm'); const db = new DataSource({}).getRepository('User').createQueryBuilder('u');",
    [
      ["db.where(`u.id = '${id}'`);", 'db.where(`u.id = :id`, { id });'],
      [
        "db.andWhere(`u.name = '${body.name}'`);",
        'db.andWhere(`u.name = :bodyName`, { bodyName: String(body.name) });',
      ],
    ],
  );
});

describe('drivers of Python', () => {
  python('import psycopg2\ncur = psycopg2.connect("").cursor()', [
    [`cur.execute(f"SELECT * FROM t WHERE id = '{uid}'")`, 'cur.execute("SELECT * FROM t WHERE id = %s", (uid,))'],
    [
      `cur.execute(f"SELECT * FROM {os.environ['TABLE']} WHERE id = {uid}")`,
      `cur.execute(f"SELECT * FROM {os.environ['TABLE']} WHERE id = %s", (uid,))`,
    ],
    [`cur.execute("SELECT * FROM t WHERE id = '%s'" % uid)`, 'cur.execute("SELECT * FROM t WHERE id = %s", (uid,))'],
    [
      `cur.execute("SELECT * FROM t WHERE a LIKE '%%%s%%'" % name)`,
      'cur.execute("SELECT * FROM t WHERE a LIKE %s", (f"%{name}%",))',
    ],
    [
      `cur.execute("SELECT * FROM t WHERE id = '{0}' OR x = '{0}' AND n = '{n}'".format(uid, n=name))`,
      'cur.execute("SELECT * FROM t WHERE id = %s OR x = %s AND n = %s", (uid, uid, name))',
    ],
    [`cur.execute(\n        f"SELECT * FROM t "\n        f"WHERE id = '{uid}'"\n    )`, '"WHERE id = %s",\n(uid,)'],
    [
      `sql = f"DELETE FROM t WHERE id = '{uid}'"\n    cur.execute(sql)`,
      'sql = "DELETE FROM t WHERE id = %s"\ncur.execute(sql, (uid,))',
    ],
    // The driver would take the other sign for a parameter.
    [`cur.execute(f"SELECT * FROM t WHERE a = '{name}' AND b LIKE '2020%'")`, undefined],
    [`cur.execute(f"SELECT * FROM t WHERE a = '{name!r}'")`, undefined],
    [`cur.execute(f"SELECT * FROM t WHERE a = '{name:>10}'")`, undefined],
    [`cur.execute(rf"SELECT * FROM t WHERE a = '{name}'")`, undefined],
    [`cur.execute(f"SELECT * FROM t WHERE id IN ({','.join(body['ids'])})")`, undefined],
    [`pair = (uid,)\n    cur.execute("SELECT * FROM t WHERE a = '%s'" % pair)`, undefined],
    [`cur.execute("SELECT * FROM t WHERE a = '{id}'".format(**p))`, undefined],
  ]);
  python('import sqlite3\ndb = sqlite3.connect("a.db")', [
    [
      `db.execute(f"SELECT * FROM t WHERE a = '{name}' AND b LIKE '2020%'")`,
      `db.execute("SELECT * FROM t WHERE a = ? AND b LIKE '2020%'", (name,))`,
    ],
  ]);
  python('import pymysql\ncur = pymysql.connect(host="x").cursor()', [
    [
      `cur.execute(f'SELECT * FROM t WHERE a = "{body["a"]}"')`,
      `cur.execute('SELECT * FROM t WHERE a = %s', (str(body["a"]),))`,
    ],
  ]);
  python('from sqlalchemy import create_engine, text\ndb = create_engine("")', [
    [
      `db.connect().execute(text(f"SELECT * FROM t WHERE a = '{name}' AND b = {uid}"))`,
      'db.connect().execute(text("SELECT * FROM t WHERE a = :name AND b = :uid").bindparams(name=name, uid=uid))',
    ],
  ]);
});
