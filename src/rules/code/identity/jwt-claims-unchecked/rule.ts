import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://www.rfc-editor.org/rfc/rfc8725#section-3.9 */
export const rule = defineHandlerRule({
  title: 'Token accepted after its time, or for whomever it was issued',
  why: 'A token that is good for ever cannot be taken back: whoever once got hold of one comes in with it. One that the same issuer made for another application lets in whoever runs that application.',
  how: 'Leave the checks of expiry and audience on, and name this application: `audience`, `clientId` of `aws-jwt-verify`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [23],
  cwe: [613, 345],
  references: ['https://www.rfc-editor.org/rfc/rfc8725#section-3.9'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'jwt-claims-unchecked', {
      // That nobody is asked for is another rule's matter.
      only: ({ details: { issuer } }) => issuer === undefined,
      severity: ({ details: { missing = '' } }) => (missing === 'expiry' ? 'medium' : 'low'),
      message: ({ callee, details: { missing = '' } }) =>
        `${code(apiName(callee))} is told not to check the ${missing} of the token.`,
    });
  },
});
