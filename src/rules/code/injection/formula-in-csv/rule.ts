import { flowReports, isOwnWorkflow } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** The characters that start formulas, one after the other, as who asks for them writes them: `[=+\-@]`, `("=", "+", "-", "@")`. */
const ASKED = /[=+\-@](?:[\s'"`,\\|]{0,6}[=+\-@]){3}/g;

/** https://owasp.org/www-community/attacks/CSV_Injection */
export const rule = defineHandlerRule({
  title: 'Cell of a spreadsheet taken from the event',
  why: 'A cell that starts with `=`, `+`, `-` or `@` is a formula for the spreadsheet program: whoever opens the export runs it, and it sends what stands in the other cells elsewhere.',
  how: 'Put an apostrophe before cells that start with one of `=+-@`, a tab or a line break.',
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [6],
  cwe: [1236],
  references: ['OWASP SAS-1', 'https://owasp.org/www-community/attacks/CSV_Injection'],
  aliases: { semgrep: ['csv-writer-injection', 'use-defusedcsv'], codeql: ['csv-injection'] },
  *check(handler) {
    // Who asks for these characters anywhere is taken to escape the cells by it: the ways to do so are many.
    if (handler.files.some(({ text }) => asksForFormulas(text))) return;
    for (const report of flowReports(handler, 'csv', {
      does: 'becomes a cell of a spreadsheet',
      severity: 'low',
      payload: '=1+1',
      only: (flow) => !isOwnWorkflow(flow),
    })) {
      // Somebody has to open the sheet and wave a warning away, whoever sent the cell.
      yield { ...report, severity: 'low', confidence: report.confidence === 'high' ? 'medium' : 'low' };
    }
  },
});

function asksForFormulas(text: string): boolean {
  for (const [asked] of text.matchAll(ASKED)) if ([...'=+-@'].every((one) => asked.includes(one))) return true;
  return false;
}
