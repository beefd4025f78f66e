import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://www.rfc-editor.org/rfc/rfc8725#section-3.9 */
export const rule = defineHandlerRule({
  title: 'Token accepted without a question for whom it is',
  why: 'A token that the same issuer made for another application is accepted here: whoever has one, or runs the other application, comes in with it.',
  how: 'Ask for this application and this issuer: `audience` and `issuer`.',
  severity: 'info',
  confidence: 'medium',
  lifecycle: 'nursery',
  practices: [23],
  cwe: [345],
  references: ['https://www.rfc-editor.org/rfc/rfc8725#section-3.9'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'jwt-claims-unchecked', {
      only: ({ details: { missing = '' } }) => missing === 'audience or issuer',
      message: ({ callee, details: { missing = '' } }) =>
        `${code(apiName(callee))} does not ask for the ${missing} of the token.`,
    });
  },
});
