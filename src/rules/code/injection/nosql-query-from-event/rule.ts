import { flowReports, runsInDatabase } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/NoSQL_Security_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Database query whose shape the event decides',
  why: "A filter that is taken from the event need not be the value that the code expects: as an object it brings operators of its own, such as `$ne` or `$where`, and matches every document. Passwords are passed by, and other tenants' documents are read, changed or deleted.",
  how: 'Make the value what it has to be before it enters the filter: `String(value)` or `str(value)`, `{ $eq: value }`, or a schema that allows nothing else.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [943],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/NoSQL_Security_Cheat_Sheet.html',
    'https://www.mongodb.com/docs/manual/reference/operator/query/',
  ],
  aliases: {
    semgrep: ['dynamodb-request-object'],
    codeql: ['sql-injection', 'nosql-injection'],
    eslint: ['detect-nosql-injection'],
    sonar: ['S5147'],
  },
  *check(handler) {
    yield* flowReports(handler, 'nosql', {
      does: 'decides the shape of a query',
      severity: 'high',
      payload: '{"$ne": null}',
    });
    yield* flowReports(handler, 'code', {
      does: 'is run as code of the database',
      severity: 'high',
      payload: "' || '1'=='1",
      only: ({ callee }) => runsInDatabase(callee),
    });
  },
});
