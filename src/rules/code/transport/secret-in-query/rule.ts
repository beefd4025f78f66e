import { apiName, observationReports, subject } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://owasp.org/www-community/vulnerabilities/Information_exposure_through_query_strings_in_url */
export const rule = defineHandlerRule({
  title: 'Secret in the query of a URL that is called',
  why: 'A URL is written down where a header is not: in the logs of the other side and of every proxy on the way, in traces, and in the message of the exception when the call fails, which ends in the log of the function. Whoever reads one of them has the secret.',
  how: 'Send it in a header, where the service takes it there: `Authorization: Bearer …`, or the header that its documentation names.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8, 20],
  cwe: [598],
  references: [
    'OWASP SAS-7',
    'https://owasp.org/www-community/vulnerabilities/Information_exposure_through_query_strings_in_url',
  ],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'secret-in-query', {
      message: ({ callee, details: { secret = '', name = '' } }) =>
        `${subject(secret)} is sent in the query of the URL${name === '' ? '' : `, as ${code(name)},`} that ${code(apiName(callee))} calls, and is written down with it.`,
    });
  },
});
