import { apiName, observationReports, widestOf } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html */
export const rule = defineHandlerRule({
  title: 'Token believed without a check of its signature',
  why: 'The claims of a token are text that anyone can write. Without the check of its signature, a caller is whoever they say they are, with the roles that they give themselves.',
  how: 'Verify the token with the key of an issuer that the configuration names before a claim is read: `jwt.verify`, `aws-jwt-verify`, `jwt.decode` with a key and `algorithms`; or let an authorizer of the API do it and read `requestContext.authorizer`.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [23, 5],
  cwe: [347, 345],
  references: [
    'OWASP SAS-2',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html',
  ],
  aliases: { semgrep: ['jwt-decode-without-verify', 'unverified-jwt-decode', 'jwt-simple-noverify'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'jwt-not-verified', {
      // Behind an authorizer the token was checked before the function sees it.
      only: () => widestOf(handler.triggers) === 'public',
      message: ({ callee, details: { how = '' } }) => {
        if (how === 'by hand')
          return 'The payload of the token is decoded by hand, and its signature is not checked anywhere: the caller writes the claims.';
        if (how === 'own key')
          return `${code(apiName(callee))} fetches the key from where the token itself says: whoever runs an issuer of their own signs the claims that they like.`;
        return `${code(callee)} reads the token without a check of its signature: the caller writes the claims.`;
      },
    });
  },
});
