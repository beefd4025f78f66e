import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** PyJWT and python-jose refuse a token that is for somebody as long as nobody is asked for. https://www.rfc-editor.org/rfc/rfc8725#section-3.9 */
export const rule = defineHandlerRule({
  title: 'Token accepted without a question for whom it is',
  why: 'The key belongs to an issuer, not to this application: a token that the issuer made for another application is accepted here. Whoever runs that one, or registers one of their own where everybody can, comes in with the tokens of its users.',
  how: 'Ask for this application: `audience`, or compare `client_id` where the token has no `aud`, as access tokens of Cognito.',
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [23],
  cwe: [345],
  references: [
    'https://www.rfc-editor.org/rfc/rfc8725#section-3.9',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
  ],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'jwt-claims-unchecked', {
      only: ({ details: { issuer } }) => issuer !== undefined,
      severity: ({ details: { issuer } }) => (issuer === 'for all' ? 'high' : 'low'),
      message: ({ callee, details: { issuer } }) =>
        `${code(apiName(callee))} takes a token of this issuer for whomever it was made. ${
          issuer === 'for all'
            ? 'At this one everybody can register an application.'
            : 'Other applications of the issuer get such tokens, too.'
        }`,
    });
  },
});
