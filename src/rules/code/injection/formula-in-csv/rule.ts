import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/CSV_Injection */
export const rule = defineHandlerRule({
  title: 'Cell of a spreadsheet taken from the event',
  why: 'A cell that starts with `=`, `+`, `-` or `@` is a formula for the spreadsheet program: whoever opens the export runs it, and it sends what stands in the other cells elsewhere.',
  how: 'Put an apostrophe before cells that start with one of `=+-@`, a tab or a line break.',
  severity: 'low',
  confidence: 'medium',
  // The usual remedy (`"'" + text if text.startswith(…) else text`) is not told from none yet.
  lifecycle: 'nursery',
  practices: [6],
  cwe: [1236],
  references: ['OWASP SAS-1', 'https://owasp.org/www-community/attacks/CSV_Injection'],
  aliases: { semgrep: ['csv-writer-injection', 'use-defusedcsv'], codeql: ['csv-injection'] },
  *check(handler) {
    yield* flowReports(handler, 'csv', {
      does: 'becomes a cell of a spreadsheet',
      severity: 'low',
      payload: '=1+1',
    });
  },
});
