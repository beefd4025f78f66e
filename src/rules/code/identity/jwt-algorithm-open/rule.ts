import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://www.rfc-editor.org/rfc/rfc8725#section-3.1 */
export const rule = defineHandlerRule({
  title: 'Token whose sender chooses how it is checked',
  why: 'With `none` a token needs no signature at all. Where symmetric and asymmetric algorithms are both accepted, a caller signs a token of their own with the public key, which everybody has, and it counts.',
  how: "Name the one algorithm that the issuer uses, for example `algorithms: ['RS256']`.",
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [23],
  cwe: [347],
  references: ['https://www.rfc-editor.org/rfc/rfc8725#section-3.1'],
  aliases: { semgrep: ['jwt-none-alg', 'jwt-python-none-alg'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'jwt-algorithm-open', {
      message: ({ callee, details: { algorithms = '' } }) =>
        `${code(callee)} accepts ${code(algorithms)}: whoever writes the token chooses how it is checked.`,
    });
  },
});
