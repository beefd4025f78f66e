import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://www.rfc-editor.org/rfc/rfc8725, https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4 */
export const rule = defineHandlerRule({
  title: 'Token that is issued for ever',
  why: 'Whoever once gets hold of the token, from a log, a backup or a lost phone, comes in with it for as long as the key is in use: nothing in it ever ends, and the only way to take it back is to take back all of them.',
  how: 'Give it an end that fits its use: `expiresIn` of `jsonwebtoken`, `setExpirationTime` of `jose`, the claim `exp` in Python.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [23],
  cwe: [613],
  references: ['OWASP SAS-2', 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'jwt-without-expiry', {
      message: ({ callee }) =>
        `The token that ${code(signs(callee))} makes has no end: it is good for as long as its key.`,
    });
  },
});

/** Of a chain of calls the class that it begins with. */
function signs(callee: string): string {
  return callee.startsWith('jose.SignJWT') ? 'SignJWT' : apiName(callee);
}
