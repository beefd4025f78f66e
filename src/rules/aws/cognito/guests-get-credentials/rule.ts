import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html#authenticated-and-unauthenticated-identities */
export const rule = defineRule({
  title: 'AWS credentials for everybody',
  why: 'Anybody who reads the pool’s id out of a page gets temporary AWS credentials without signing in, with all that the guest role allows.',
  how: 'Set `AllowUnauthenticatedIdentities: false`. If guests are needed, give their role nothing but the one action that they need.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [3, 5],
  cwe: [284, 306],
  references: ['OWASP SAS-2', 'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html'],
  aliases: { checkov: ['CKV_AWS_366'], cfn_nag: ['W57'], 'cdk-nag': ['CognitoUserPoolNoUnauthenticatedLogins'] },
  subject: 'AWS::Cognito::IdentityPool',
  *check(pool, { cloud }) {
    // CloudWatch RUM sends what visitors' browsers measure with the credentials of guests.
    const needed = cloud.referrers(pool).some(({ from }) => from.type === 'AWS::RUM::AppMonitor');
    for (const guests of pool.at('AllowUnauthenticatedIdentities')) {
      if (!guests.isTrue) continue;
      yield {
        at: guests,
        message: `${code(pool.name)} gives AWS credentials to people who have not signed in.`,
        ...(!needed && {
          remedy: {
            title: 'Give credentials to signed-in users only',
            applicability: 'unsafe',
            patches: [guests.set(false)],
          },
        }),
      };
    }
  },
});
