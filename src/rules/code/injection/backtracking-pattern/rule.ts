import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS */
export const rule = defineHandlerRule({
  title: 'Pattern that a text from the event keeps busy',
  why: 'A repeated part can match the same characters in several ways. On a text that almost matches, the engine tries all of them: each character more doubles the time, and some thirty keep the function busy until its time-out, for as many requests as may run at once.',
  how: 'Write the pattern so that each character can be matched in one way only: `^\\w+(?:-\\w+)*$` instead of `^(\\w+-?)+$`. Bound the length of the text before, or use an engine that takes linear time (`re2`).',
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
    codeql: ['redos', 'polynomial-redos'],
    sonar: ['S5852'],
    eslint: ['detect-unsafe-regex', 'no-super-linear-backtracking'],
    semgrep: ['detect-redos'],
  },
  *check(handler) {
    yield* flowReports(handler, 'backtracking', {
      does: 'is matched against a pattern that takes twice the time for each character more',
      severity: 'medium',
      payload: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
    });
  },
});
