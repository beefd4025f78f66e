import { flowReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/attacks/HTTP_Response_Splitting */
export const rule = defineHandlerRule({
  title: 'Response header taken from the event',
  why: 'The sender sets a header or a cookie of the answer: a session of their choosing for the victim who follows their link, or, where line breaks are let through, headers and a body of their own.',
  how: 'Choose the value from a list, or encode it (`encodeURIComponent`, `quote`).',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [113],
  references: ['OWASP SAS-1', 'https://owasp.org/www-community/attacks/HTTP_Response_Splitting'],
  aliases: { codeql: ['http-response-splitting', 'cookie-injection', 'header-injection'] },
  *check(handler) {
    yield* flowReports(handler, 'header', {
      does: ({ callee }) => `becomes part of ${headerOf(callee)} of the response`,
      severity: 'low',
      payload: 'a%0d%0aX-Shown: yes',
    });
  },
});

function headerOf(callee: string): string {
  const [, name] = /^the (.{1,80}) header of the response$/.exec(callee) ?? [];
  return name === undefined ? 'a header' : `the ${code(name)} header`;
}
