import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import type { Resource } from '#model/resource';

/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html */
export const rule = defineRule({
  title: 'User pool without a second factor',
  why: 'Passwords are reused and leak elsewhere; lists of them are tried against every sign-in page. Without a second factor a leaked password is the account.',
  how: 'Set `MfaConfiguration: OPTIONAL` with `EnabledMfas: [SOFTWARE_TOKEN_MFA]`, or `ON` for everybody.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [4],
  cwe: [308],
  references: ['OWASP SAS-2', 'https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html'],
  aliases: { kics: ['74a18d1a', 'ec28bf61'], cfn_nag: ['F78'], 'cdk-nag': ['CognitoUserPoolMFA'] },
  subject: 'AWS::Cognito::UserPool',
  *check(pool, { cloud }) {
    if (isForMachines(pool, cloud)) return;
    for (const mfa of pool.at('MfaConfiguration')) {
      if (!mfa.is('OFF') && !mfa.isAbsent) continue;
      const written = pool.at('EnabledMfas').some((list) => !list.isAbsent);
      yield {
        at: mfa,
        message: `A leaked password is all that it takes to sign in to ${code(pool.name)} as somebody else.`,
        severity: mfa.kind === 'set' ? 'medium' : 'low',
        remedy: {
          title: 'Let users turn on a second factor',
          applicability: 'safe',
          patches: [
            mfa.set('OPTIONAL'),
            ...(written ? [] : pool.at('EnabledMfas').map((list) => list.set(['SOFTWARE_TOKEN_MFA']))),
          ],
        },
      };
    }
  },
});

/** Whether every client of the pool signs in with its own secret: nobody types a password then. */
function isForMachines(pool: Resource<'AWS::Cognito::UserPool'>, cloud: Cloud): boolean {
  const clients = cloud
    .all('AWS::Cognito::UserPoolClient')
    .filter((client) => client.at('UserPoolId').some((id) => cloud.resolve(id, 'AWS::Cognito::UserPool') === pool));
  const flows = clients.map((client) => client.at('AllowedOAuthFlows').flatMap((list) => list.items()));
  return (
    clients.length > 0 && flows.every((some) => some.length > 0 && some.every((flow) => flow.is('client_credentials')))
  );
}
