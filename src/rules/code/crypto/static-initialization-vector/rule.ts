import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Encryption that begins the same way each time',
  why: 'With one initialization vector for everything, equal messages become equal texts, and with GCM and CTR two of them give away both messages, and the key that proves who wrote them.',
  how: 'Make a new one for each message with `crypto.randomBytes` or `os.urandom` and store it beside the text: it is no secret.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [329, 1204],
  references: ['OWASP SAS-3', 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'static-initialization-vector', {
      message: ({ callee }) =>
        `The initialization vector of ${code(apiName(callee))} is a constant: every message begins the same way.`,
    });
  },
});
