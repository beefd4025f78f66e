import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html */
export const rule = defineRule({
  title: 'Custom domain that accepts old TLS',
  why: 'TLS 1.0 and 1.1 have known weaknesses, and nobody needs them any more: every browser and SDK of the last decade speaks 1.2.',
  how: 'Set `SecurityPolicy: TLS_1_2`, or a newer policy.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12, 18],
  cwe: [326, 327],
  references: [
    'OWASP API8:2023',
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_206'],
    kics: ['8275fab0', '4e1cc5d3'],
    trivy: ['AWS-0005', 'AWS-0112'],
    cfn_nag: ['W62'],
    semgrep: ['aws-insecure-api-gateway-tls-version'],
  },
  subject: ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'],
  *check(domain) {
    const policies = domain.isA('AWS::ApiGateway::DomainName')
      ? domain.read(['SecurityPolicy'])
      : domain
          .read(['DomainNameConfigurations'])
          .flatMap((list) => list.items().flatMap((one) => one.at('SecurityPolicy')));
    for (const policy of policies) {
      if (!policy.is('TLS_1_0')) continue;
      yield {
        at: policy,
        message: `${code(domain.name)} lets clients talk over TLS 1.0.`,
        remedy: { title: 'Ask for TLS 1.2', applicability: 'safe', patches: [policy.set('TLS_1_2')] },
      };
    }
  },
});
