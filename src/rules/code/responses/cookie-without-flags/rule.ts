import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Cookie of a session that scripts or plain http can reach',
  why: 'Without `HttpOnly` every script on the page reads the cookie, also one that came in through a fault; without `Secure` a browser sends it over plain http, where others read it. Who has it is signed in as the visitor.',
  how: 'Add `; HttpOnly; Secure; SameSite=Lax` to the cookie.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5, 12],
  cwe: [614, 1004],
  references: ['OWASP SAS-2', 'https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html'],
  aliases: { semgrep: ['secure-set-cookie', 'django-secure-set-cookie'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'cookie-without-flags', {
      message: ({ details: { cookie = '', missing = '' } }) => `The cookie ${code(cookie)} is set without ${missing}.`,
    });
  },
});
