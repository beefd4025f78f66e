import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** The implicit grant is omitted from OAuth 2.1: https://datatracker.ietf.org/doc/html/rfc9700#section-2.1.2 */
export const rule = defineRule({
  title: 'Sign-in that hands tokens over in the address',
  why: 'The implicit flow puts tokens into the URL, where the history, referrers, logs and scripts of the page see them. OAuth’s security guidance says not to use it.',
  how: 'Use `AllowedOAuthFlows: [code]`, with PKCE in browsers and apps.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [20, 23],
  cwe: [598, 522],
  references: ['OWASP API2:2023', 'https://datatracker.ietf.org/doc/html/rfc9700#section-2.1.2'],
  pointsAtNoSecret: true,
  aliases: {},
  subject: 'AWS::Cognito::UserPoolClient',
  *check(client, { cloud }) {
    // Without a domain the pool has no page to sign in at, and the flow is never offered.
    const [pool] = client.at('UserPoolId').flatMap((id) => cloud.resolve(id, 'AWS::Cognito::UserPool') ?? []);
    const domains = cloud.all('AWS::Cognito::UserPoolDomain').flatMap((domain) => domain.at('UserPoolId'));
    if (pool && !domains.some((id) => id.isUnknown || cloud.resolve(id, 'AWS::Cognito::UserPool') === pool)) return;
    for (const flow of client.at('AllowedOAuthFlows').flatMap((flows) => flows.items())) {
      if (!flow.is('implicit')) continue;
      yield {
        at: flow,
        message: `${code(client.name)} gets its tokens in the address of the page (implicit flow).`,
      };
    }
  },
});
