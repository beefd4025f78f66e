import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { operations } from '#model/entries/openapi';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html */
export const rule = defineRule({
  title: 'API passes requests on over plain HTTP',
  why: 'The caller speaks TLS to the gateway, and from there on everything, tokens included, crosses the internet readable and changeable by whoever is on the way.',
  how: 'Give the integration an `https://` address, or reach a private backend through a VPC link.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12, 20, 23],
  cwe: [319],
  references: [
    'OWASP API8:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html',
  ],
  aliases: {},
  subject: [
    'AWS::ApiGateway::Method',
    'AWS::ApiGatewayV2::Integration',
    'AWS::ApiGateway::RestApi',
    'AWS::ApiGatewayV2::Api',
  ],
  *check(subject) {
    const integrations: readonly (readonly [string, Property<Json>])[] = subject.isA('AWS::ApiGateway::Method')
      ? subject.read(['Integration']).map((one) => ['Uri', one])
      : subject.isA('AWS::ApiGatewayV2::Integration')
        ? subject.read([]).map((one) => ['IntegrationUri', one])
        : subject
            .read(['Body'])
            .flatMap(operations)
            .map(({ integration }) => ['uri', integration]);
    for (const [key, integration] of integrations) {
      for (const uri of integration.at(key)) {
        const host = /^http:\/\/([^/:?#]{1,253})/i.exec(uri.text?.toString() ?? '')?.[1];
        if (host === undefined || isPrivate(integration) || uri.isUnknown) continue;
        yield {
          at: uri,
          message: `What callers send is passed on to ${code(host)} over plain HTTP, tokens and all.`,
          remedy: {
            title: 'Pass requests on over HTTPS',
            applicability: 'unsafe',
            patches: typeof uri.text === 'string' ? [uri.set(uri.text.replace(/^http:/i, 'https:'))] : [],
          },
        };
      }
    }
  },
});

/** Within a VPC, or to a place that cannot be told: only what surely crosses the internet is meant. */
function isPrivate(integration: Property<Json>): boolean {
  const types = [...integration.at('ConnectionType'), ...integration.at('connectionType')];
  return types.some((type) => !type.isAbsent && !type.is('INTERNET'));
}
