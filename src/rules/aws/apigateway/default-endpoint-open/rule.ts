import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { resolve } from '#model/name';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html */
export const rule = defineRule({
  title: 'Default endpoint open beside the custom domain',
  why: 'Callers can go around what guards the custom domain, such as its firewall, mutual TLS and the CDN in front, by the address that API Gateway made.',
  how: 'Set `DisableExecuteApiEndpoint: true` on the API.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [18],
  cwe: [420],
  references: [
    'OWASP API9:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html',
  ],
  aliases: {},
  subject: ['AWS::ApiGateway::BasePathMapping', 'AWS::ApiGatewayV2::ApiMapping'],
  *check(mapping, { cloud }) {
    const rest = mapping.isA('AWS::ApiGateway::BasePathMapping');
    const type = rest ? 'AWS::ApiGateway::RestApi' : 'AWS::ApiGatewayV2::Api';
    for (const id of mapping.read([rest ? 'RestApiId' : 'ApiId'])) {
      const api = resolve(cloud, id, type);
      if (!api) continue;
      for (const disabled of api.read(['DisableExecuteApiEndpoint'])) {
        if (!disabled.isFalse && !disabled.isAbsent) continue;
        yield {
          at: disabled,
          about: api.logicalId,
          message: `${code(api.logicalId)} answers at its own address as well as through its custom domain.`,
          remedy: { title: 'Close the default endpoint', applicability: 'unsafe', patches: [disabled.set(true)] },
        };
      }
    }
  },
});
