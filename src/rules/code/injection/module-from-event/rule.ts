import { flowReports, runsThere } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cwe.mitre.org/data/definitions/470.html */
export const rule = defineHandlerRule({
  title: 'Module or member chosen by the event',
  why: 'Whoever sends the event decides which file or function of the deployed code is run, with the paths of packages and of `/tmp` among them. Code that was never meant to be reached from outside is.',
  how: 'Write a table of what may be chosen, such as `{ csv: exportCsv, pdf: exportPdf }`, and refuse every other name.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [470, 706],
  references: ['OWASP SAS-1', 'https://cwe.mitre.org/data/definitions/470.html'],
  aliases: {
    semgrep: ['detect-non-literal-require', 'require-request', 'non-literal-import'],
    codeql: ['code-injection-dynamic-import', 'unvalidated-dynamic-method-call'],
    eslint: ['detect-non-literal-require'],
  },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'module', {
      does: 'decides which code is loaded',
      severity: 'medium',
      payload: '../../tmp/upload',
      more: () => runsThere(cloud, handler),
    });
  },
});
