import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html */
export const rule = defineRule({
  title: 'API key as the only lock',
  why: 'A key of a usage plan counts and limits calls; it does not tell who is calling, stands in every client, never expires, and is the same for all of them. AWS says not to use it for authorization.',
  how: 'Set `AuthorizationType` to `AWS_IAM`, `COGNITO_USER_POOLS` or `CUSTOM` as well, and keep the key for the quota.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5, 18],
  cwe: [306, 798],
  references: [
    'OWASP API2:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html#apigateway-usage-plans-best-practices',
  ],
  aliases: {},
  subject: 'AWS::ApiGateway::Method',
  *check(method) {
    if (method.at('HttpMethod').some((one) => one.is('OPTIONS'))) return;
    for (const required of method.at('ApiKeyRequired')) {
      if (!required.isTrue) continue;
      const open = method.at('AuthorizationType').find((type) => type.is('NONE') || type.isAbsent);
      if (!open) continue;
      yield {
        at: required,
        message: `Whoever has the key that every client of ${code(method.logicalId)} carries can call it; nobody is asked who they are.`,
      };
    }
  },
});
