import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '#source/edit';
import { SourceFile } from '#source/file';
import { cases } from '#test/runtimes/javascript/cases';
import { handlersIn } from '#test/runtimes/run';

const PG = "const { Pool } = require('pg'); const pool = new Pool();\n---\n";
const MYSQL = "const mysql = require('mysql2/promise'); const pool = mysql.createPool({});\n---\n";
const KNEX = "const knex = require('knex')({ client: 'pg' });\n---\n";
const PRISMA = "const { PrismaClient, Prisma } = require('@prisma/client'); const prisma = new PrismaClient();\n---\n";

describe('statements of SQL', () => {
  cases([
    [`${PG}await pool.query(\`SELECT * FROM t WHERE id = '\${id}'\`);`, 'sql'],
    [`${PG}await pool.query('SELECT * FROM t WHERE id = $1', [id]);`, ''],
    [`${PG}await pool.query({ text: 'SELECT ' + id, values: [] });`, 'sql'],
    [`${PG}await pool.query({ text: 'SELECT $1', values: [id] });`, ''],
    [`${PG}const client = await pool.connect(); await client.query('SELECT ' + id);`, 'sql'],
    [`${PG}pool.connect((err, client, done) => { client.query('SELECT ' + id, () => done()); });`, 'sql'],
    [`${PG}await pool.query('SELECT * FROM t LIMIT ' + Number(n));`, ''],
    [`${PG}await pool.query('SELECT * FROM t ORDER BY ' + (['a', 'b'].includes(name) ? name : 'a'));`, ''],
    [`${PG}await pool.query("SELECT '" + encodeURIComponent(id) + "'");`, 'sql'],
    [
      `const { Client } = require('@neondatabase/serverless');\n---\nconst c = new Client(); await c.query('SELECT ' + id);`,
      'sql',
    ],
    [`const sql = require('postgres')();\n---\nawait sql\`SELECT * FROM t WHERE id = \${id}\`;`, ''],
    [`const sql = require('postgres')();\n---\nawait sql.unsafe('SELECT ' + id);`, 'sql'],
    [`const db = require('pg-promise')()('postgres://');\n---\nawait db.oneOrNone('SELECT ' + id);`, 'sql'],
    [`const db = require('pg-promise')()('postgres://');\n---\nawait db.one('SELECT $1', [id]);`, ''],
    [`${MYSQL}await pool.execute(\`SELECT * FROM t WHERE id = \${id}\`);`, 'sql'],
    [`${MYSQL}await pool.execute('SELECT * FROM t WHERE id = ?', [id]);`, ''],
    [`${MYSQL}await pool.query('SELECT * FROM t WHERE id = ' + mysql.escape(id));`, ''],
    [`${MYSQL}await pool.query(mysql.format('SELECT * FROM t WHERE id = ?', [id]));`, ''],
    [`${MYSQL}const c = await pool.getConnection(); await c.query('SELECT ' + id);`, 'sql'],
    [`const db = require('serverless-mysql')();\n---\nawait db.query('SELECT ' + id);`, 'sql'],
    [`${KNEX}await knex('t').whereRaw('id = ' + id);`, 'sql'],
    [`${KNEX}await knex('t').whereRaw('id = ?', [id]);`, ''],
    [`${KNEX}await knex('t').where({ id }).orderBy(name);`, ''],
    [`${KNEX}await knex.raw(\`SELECT \${id}\`);`, 'sql'],
    [
      `const { Sequelize } = require('sequelize'); const db = new Sequelize('');\n---\nawait db.query('SELECT ' + id);`,
      'sql',
    ],
    [
      `const { Sequelize } = require('sequelize'); const db = new Sequelize('');\n---\nawait db.query('SELECT :id', { replacements: { id } });`,
      '',
    ],
    [
      `const { literal } = require('sequelize'); const { User } = require('./models');\n---\nawait User.findAll({ order: literal(name) });`,
      'sql',
    ],
    [`${PRISMA}await prisma.$queryRawUnsafe('SELECT ' + id);`, 'sql'],
    [`${PRISMA}await prisma.$queryRaw\`SELECT * FROM t WHERE id = \${id}\`;`, ''],
    [`${PRISMA}await prisma.$queryRaw\`SELECT * FROM \${Prisma.raw(name)}\`;`, 'sql'],
    [`${PRISMA}await prisma.$queryRaw(Prisma.sql\`SELECT \${id}\`);`, ''],
    [
      `const { DataSource } = require('typeorm'); const ds = new DataSource({});\n---\nawait ds.getRepository('User').createQueryBuilder('u').where('u.id = ' + id).getOne();`,
      'sql',
    ],
    [
      `const { DataSource } = require('typeorm'); const ds = new DataSource({});\n---\nawait ds.getRepository('User').createQueryBuilder('u').where('u.id = :id', { id }).getOne();`,
      '',
    ],
    [`const { sql } = require('drizzle-orm');\n---\nreturn sql\`\${sql.raw(id)}\`;`, 'sql'],
    [`const { sql } = require('drizzle-orm');\n---\nreturn sql\`\${id}\`;`, ''],
    [`const db = require('better-sqlite3')('a.db');\n---\ndb.prepare('SELECT ' + id).get();`, 'sql'],
    [`const db = require('better-sqlite3')('a.db');\n---\ndb.prepare('SELECT ?').get(id);`, ''],
    [`const sql = require('mssql');\n---\nawait new sql.Request().query('SELECT ' + id);`, 'sql'],
    [`const sql = require('mssql');\n---\nawait new sql.Request().input('id', id).query('SELECT @id');`, ''],
  ]);
});

/** The code with the first flow's rewrite in place; undefined where there is none. */
async function rewritten(code: string): Promise<string | undefined> {
  const text = `exports.handler = async (event) => {\n  const { id, name } = event.queryStringParameters;\n  ${code}\n};\n`;
  const head = "const pg = new (require('pg').Pool)(); const my = require('mysql2/promise').createPool({});\n";
  const [handler] = await handlersIn({ 'src/app.js': head + text });
  const rewrite = handler?.flows[0]?.rewrite;
  if (!rewrite || !handler) return undefined;
  const fixed = applyEdits(new SourceFile('src/app.js', head + text), rewrite.edits).text;
  return fixed.slice(head.length).split('\n')[2]?.trim();
}

describe('values are bound as parameters', () => {
  const BOUND: readonly (readonly [string, string | undefined])[] = [
    ["pg.query(`SELECT * FROM t WHERE id = '${id}'`);", 'pg.query(`SELECT * FROM t WHERE id = $1`, [id]);'],
    [
      'pg.query(`SELECT * FROM t WHERE id = ${id} AND name = ${name.trim()}`);',
      'pg.query(`SELECT * FROM t WHERE id = $1 AND name = $2`, [id, name.trim()]);',
    ],
    [
      "pg.query(`SELECT * FROM t WHERE name LIKE '%${name}%'`);",
      'pg.query(`SELECT * FROM t WHERE name LIKE $1`, [`%${name}%`]);',
    ],
    [
      "my.execute(`INSERT INTO t VALUES ('${id}', ${name})`);",
      'my.execute(`INSERT INTO t VALUES (?, ?)`, [id, name]);',
    ],
    ['pg.query(`SELECT * FROM t ORDER BY ${name}`);', undefined],
    ['pg.query(`SELECT * FROM ${name} WHERE id = ${id}`);', undefined],
    ["pg.query(`SELECT * FROM t WHERE at > now() - interval '${id} days'`);", undefined],
    ['pg.query(`SELECT ${name} FROM t`);', undefined],
    ['pg.query(`SELECT * FROM t WHERE id = ${id} AND a = $1`, [name]);', undefined],
    ['pg.query(`SELECT * FROM t WHERE id IN (${id})`);', undefined],
    ["pg.query('SELECT ' + id);", undefined],
  ];

  test.each(BOUND)('%s', async (code, expected) => {
    expect(await rewritten(code)).toBe(expected);
  });
});
