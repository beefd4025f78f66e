import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import { resolve } from '#model/name';
import type { Resource } from '#model/resource';

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
      if (!api || closedByDocument(api)) continue;
      const guarded = asksForCertificates(mapping, cloud);
      for (const disabled of api.read(['DisableExecuteApiEndpoint'])) {
        if (!disabled.isFalse && !disabled.isAbsent) continue;
        yield {
          at: disabled,
          about: api.logicalId,
          message: guarded
            ? `${code(api.name)} answers at its own address as well, where callers need no client certificate as they do at its custom domain.`
            : `${code(api.name)} answers at its own address as well as through its custom domain.`,
          severity: guarded ? 'medium' : 'info',
          remedy: { title: 'Close the default endpoint', applicability: 'unsafe', patches: [disabled.set(true)] },
        };
      }
    }
  },
});

/** Whether the API's document says it, which is where SAM writes it. */
function closedByDocument(api: Resource): boolean {
  const servers = api.read(['Body', 'servers']).flatMap((list) => list.items());
  return [...api.read(['Body']), ...servers]
    .flatMap((place) => place.at('x-amazon-apigateway-endpoint-configuration', 'disableExecuteApiEndpoint'))
    .some((closed) => closed.isWritten && !closed.isFalse);
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-mutual-tls.html */
function asksForCertificates(mapping: Resource, cloud: Cloud): boolean {
  const types = ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'] as const;
  const domains = mapping.read(['DomainName']).flatMap((name) => cloud.resolve(name, ...types) ?? []);
  return domains.some((domain) =>
    domain.read(['MutualTlsAuthentication', 'TruststoreUri']).some((store) => store.isWritten),
  );
}
