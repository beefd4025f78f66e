import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import { stakes } from '#finding/stakes';
import type { Flow } from '#model/handler';

/** https://owasp.org/www-community/attacks/SQL_Injection */
export const rule = defineHandlerRule({
  title: 'SQL statement built from the event',
  why: 'Whoever sends the event writes a part of the statement: they read other rows and tables, change them, or sign in as somebody else. The database does what the function may do.',
  how: 'Leave the value out of the text and bind it as a parameter. Names of columns and tables cannot be bound: choose them from a list of your own.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [89],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: [
      'tainted-sql-string',
      'pg-sqli',
      'mysql-sqli',
      'node-postgres-sqli',
      'node-mysql-sqli',
      'node-mssql-sqli',
      'node-knex-sqli',
      'knex-sqli',
      'sequelize-sqli',
      'express-sequelize-injection',
      'sequelize-raw-query',
      'psycopg-sqli',
      'pymysql-sqli',
      'pymssql-sqli',
      'sqlalchemy-sqli',
      'aiopg-sqli',
      'asyncpg-sqli',
      'pg8000-sqli',
      'formatted-sql-query',
      'sql-injection-db-cursor-execute',
      'sqlalchemy-execute-raw-query',
      'sqlalchemy-sql-injection',
      'avoid-sqlalchemy-text',
    ],
    bandit: ['B608'],
    codeql: ['sql-injection'],
    sonar: ['S3649', 'S2077'],
    eslint: ['detect-sql-injection'],
  },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'sql', {
      does: 'becomes part of the text of a SQL statement',
      severity: 'high',
      payload: "' OR '1'='1",
      more: (flow) => {
        const may = isPartiQl(flow) ? stakes(cloud, handler, 'dynamodb') : undefined;
        return may === undefined ? '' : `The statement may name any table: the role may ${may}.`;
      },
    });
  },
});

/** Statements of DynamoDB are run with the function's role; those of other databases with a user of the database. */
function isPartiQl({ callee }: Flow): boolean {
  return /dynamodb/i.test(callee) && /statement|transaction/i.test(callee);
}
