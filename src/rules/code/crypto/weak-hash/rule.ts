import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

const USES: Readonly<Record<string, string>> = {
  password: 'is no match for who tries out passwords',
  secret: 'is no way to make what nobody may guess',
  signature: 'proves nothing in a signature',
  rounds: 'is done far too few times',
};

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Digest that does not protect what it is used for',
  why: 'MD5 and SHA-1 can be made to collide, so that they prove nothing in a signature or token. Every fast digest, SHA-256 included, lets whoever gets hold of a table try billions of passwords a second.',
  how: 'Passwords: `crypto.scrypt`, `hashlib.scrypt`, Argon2 or bcrypt. Signatures: HMAC with SHA-256. Tokens: random bytes.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [328, 916],
  references: ['OWASP SAS-3', 'https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html'],
  aliases: { semgrep: ['md5-used-as-password', 'insecure-hash-algorithm-md5', 'insecure-hash-function'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'weak-hash', {
      message: ({ details: { algorithm = '', use = '', name = '' } }) =>
        `${code(algorithm.toUpperCase())} ${USES[use] ?? ''}${name === '' ? '' : ` (${code(name)})`}.`,
    });
  },
});
