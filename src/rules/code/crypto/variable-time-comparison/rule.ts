import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.python.org/3/library/hmac.html#hmac.compare_digest */
export const rule = defineHandlerRule({
  title: 'Secret compared in a time that depends on it',
  why: 'The comparison ends at the first letter that differs. Who measures many answers learns letter by letter what the right value begins with; over a network that takes patience, but no luck.',
  how: 'Compare with `crypto.timingSafeEqual` or `hmac.compare_digest`.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [20, 23],
  cwe: [208],
  references: [
    'https://nodejs.org/api/crypto.html#cryptotimingsafeequala-b',
    'https://docs.python.org/3/library/hmac.html#hmac.compare_digest',
  ],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'variable-time-comparison', {
      message: ({ callee, details: { what = '' } }) =>
        `The ${what} is compared with ${code(callee)}, which takes longer the more of it is right.`,
    });
  },
});
