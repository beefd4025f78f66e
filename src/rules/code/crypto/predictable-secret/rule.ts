import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Secret from a generator whose values can be predicted',
  why: 'From a few values that they were given, anyone computes the next ones of such a generator: the one-time code, reset token or session of somebody else.',
  how: 'Use `crypto.randomInt`, `crypto.randomBytes` or `crypto.randomUUID`; in Python the module `secrets`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [338],
  references: ['OWASP SAS-2', 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'predictable-secret', {
      message: ({ details: { name = '', generator = '' } }) =>
        `${code(name)} has to be impossible to guess, but ${code(generator)} can be predicted from other values of it.`,
    });
  },
});
