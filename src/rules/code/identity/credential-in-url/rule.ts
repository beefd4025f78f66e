import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1 */
export const rule = defineHandlerRule({
  title: 'URL in the code that holds a password',
  why: 'Whoever reads the repository or a build has the password. URLs are also written to logs, error messages and the traces of HTTP clients, where more people read them.',
  how: 'Change the password first. Then put the URL together from an address and a password that is read from Secrets Manager or a SecureString parameter.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8, 20],
  cwe: [798, 522],
  references: ['OWASP SAS-7', 'https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1'],
  aliases: {},
  *check(handler) {
    yield* observationReports(handler, 'credential-in-url', {
      message: ({ callee, details: { host = '' } }) =>
        `${code(apiName(callee))} is given a URL with the password for ${code(host)} in it. Change it: it stays in the history of the repository.`,
    });
  },
});
