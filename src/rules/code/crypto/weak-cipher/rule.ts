import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Cipher that can be broken',
  why: 'DES, 3DES, RC4 and their kind have too short keys or blocks, and ECB mode makes equal blocks equal in the text that it makes: whoever gets hold of that reads it, or recognises what they look for.',
  how: 'Use AES in GCM mode (`aes-256-gcm`, `AESGCM`), with a nonce that is new for each message, or let KMS encrypt.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [327],
  references: ['OWASP SAS-3', 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html'],
  aliases: {
    semgrep: [
      'create-de-cipher-no-iv',
      'insecure-cipher-algorithm-arc4',
      'insecure-cipher-algorithm-blowfish',
      'crypto-mode-without-authentication',
    ],
  },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'weak-cipher', {
      message: ({ callee, details: { algorithm = '' } }) =>
        `${code(apiName(callee))} encrypts with ${code(algorithm)}, which can be broken.`,
    });
  },
});
