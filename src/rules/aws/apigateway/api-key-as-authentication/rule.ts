import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { operations } from '#model/entries/openapi';

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
  pointsAtNoSecret: true,
  aliases: {},
  subject: ['AWS::ApiGateway::Method', 'AWS::ApiGateway::RestApi'],
  *check(method) {
    if (method.isA('AWS::ApiGateway::RestApi')) {
      const keyed = method.at('Body').flatMap(operations);
      const [first, ...others] = keyed.filter(
        ({ method: verb, auth }) => auth.kind === 'api-key' && verb !== 'OPTIONS',
      );
      if (!first) return;
      const more = others.length === 0 ? '' : ` and ${others.length} more`;
      yield {
        at: method.generatedBy === undefined ? first.auth.decidedBy : method,
        about: 'Body',
        message: `Whoever has the key that every client carries can call ${code(`${first.method} ${first.path}`)}${more}; nobody is asked who they are.`,
      };
      return;
    }
    if (!method.isA('AWS::ApiGateway::Method')) return;
    if (method.at('HttpMethod').some((one) => one.is('OPTIONS'))) return;
    for (const required of method.at('ApiKeyRequired')) {
      if (!required.isTrue) continue;
      const open = method.at('AuthorizationType').find((type) => type.is('NONE') || type.isAbsent);
      if (!open) continue;
      yield {
        at: required,
        message: `Whoever has the key that every client of ${code(method.name)} carries can call it; nobody is asked who they are.`,
      };
    }
  },
});
