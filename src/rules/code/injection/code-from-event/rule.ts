import { flowReports, runsInDatabase, runsThere } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/Code_Injection */
export const rule = defineHandlerRule({
  title: 'Code from the event is run',
  why: "The sender's text is run as code of the function. It reads the environment with the credentials of the role, answers other callers' events, and stays for as long as the execution environment lives.",
  how: 'Read data as data: `JSON.parse`, `ast.literal_eval`, a parser for the few expressions that are meant. Choose functions from a table of your own by their name.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [94, 95],
  references: [
    'OWASP SAS-1',
    'https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/eval#never_use_direct_eval!',
  ],
  aliases: {
    semgrep: [
      'detect-eval-with-expression',
      'code-string-concat',
      'eval-detected',
      'exec-detected',
      'user-eval',
      'user-exec',
      'eval-injection',
      'exec-injection',
      'tainted-code-exec',
      'dangerous-globals-use',
    ],
    bandit: ['B102', 'B307'],
    codeql: ['code-injection'],
    sonar: ['S5334', 'S1523'],
    eslint: ['detect-eval-with-expression'],
  },
  *check(handler, { cloud }) {
    yield* flowReports(handler, 'code', {
      does: 'is run as code',
      severity: 'high',
      payload: '7*7',
      only: ({ callee }) => !runsInDatabase(callee),
      more: () => runsThere(cloud, handler),
    });
  },
});
