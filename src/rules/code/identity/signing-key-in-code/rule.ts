import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Token or signature made with a key from the code',
  why: 'Whoever has the key writes tokens for any user: they read it in the repository or a build, or find it with a list of usual words, since a token tells when the guess is right. A key that is only a fallback is used as soon as a variable is missing.',
  how: 'Change the key. Then read it from Secrets Manager or a SecureString parameter, and end the function when it is missing; or sign with KMS.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8, 23],
  cwe: [798, 321],
  references: [
    'OWASP SAS-2',
    'https://cheatsheetseries.owasp.org/cheatsheets/JSON_Web_Token_for_Java_Cheat_Sheet.html',
  ],
  aliases: { semgrep: ['hardcoded-jwt-secret', 'jwt-python-hardcoded-secret', 'hardcoded-hmac-key'] },
  *check(handler) {
    yield* observationReports(handler, 'signing-key-in-code', {
      message: ({ callee, details: { how = '' } }) =>
        `${code(callee)} uses a key that stands in the code${how === 'fallback' ? ' wherever the variable of the environment is missing' : ''}: whoever has read it writes tokens and signatures of their own.`,
    });
  },
});
