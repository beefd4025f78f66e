import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS */
export const rule = defineHandlerRule({
  title: 'Regular expression taken from the event',
  why: 'A pattern such as `(a+)+$` takes exponential time. One small request keeps the function busy until its time-out, and a few of them use up its concurrency and your money.',
  how: 'Escape the value before it becomes a part of a pattern (`re.escape`, `RegExp.escape`, `escapeRegExp` of lodash), search for the text itself, or use an engine that takes linear time (`re2`).',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 19],
  cwe: [1333, 400],
  references: [
    'OWASP SAS-8',
    'OWASP API4:2023',
    'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
  ],
  aliases: {
    semgrep: ['detect-non-literal-regexp'],
    codeql: ['regex-injection'],
    sonar: ['S2631'],
    eslint: ['detect-non-literal-regexp'],
  },
  *check(handler) {
    yield* flowReports(handler, 'regex', {
      does: 'becomes part of a regular expression',
      severity: 'medium',
      payload: '(a+)+$',
    });
  },
});
