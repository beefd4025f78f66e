import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html#api-key-authorization */
export const rule = defineRule({
  title: 'GraphQL API open to everybody with its key',
  why: 'The key stands in the web page or app, so everybody has it. Without directives on the types, every query and mutation is theirs.',
  how: 'Set `AuthenticationType` to a user pool, OpenID Connect, Lambda or IAM; keep `API_KEY` as an additional provider for public fields marked with `@aws_api_key`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5, 18],
  cwe: [306],
  references: ['OWASP API2:2023', 'https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html'],
  aliases: {},
  subject: 'AWS::AppSync::GraphQLApi',
  *check(api) {
    for (const type of api.at('AuthenticationType')) {
      if (!type.is('API_KEY')) continue;
      yield {
        at: type,
        message: `Everybody who reads the key out of a client can use ${code(api.name)}: the key is all that its fields ask for by default.`,
      };
    }
  },
});
