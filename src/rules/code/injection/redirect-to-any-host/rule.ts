import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Redirect to an address that the event chooses',
  why: "A link to the API's own, trusted host leads on to the attacker's page: it collects passwords there, or the codes and tokens that a sign-in passes along.",
  how: 'Redirect to paths of your own (`/` followed by anything but `/` or `\\`), or compare the parsed host with a list.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6],
  cwe: [601],
  references: [
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
  ],
  aliases: {
    semgrep: ['express-open-redirect', 'nestjs-open-redirect', 'unknown-value-in-redirect', 'open-redirect'],
    codeql: ['server-side-unvalidated-url-redirection', 'url-redirection'],
    sonar: ['S5146'],
    eslint: ['detect-dangerous-redirects'],
  },
  *check(handler) {
    yield* flowReports(handler, 'redirect', {
      does: 'decides where the caller is redirected',
      severity: 'medium',
      payload: 'https://example.com/',
    });
  },
});
