import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html */
export const rule = defineRule({
  title: 'Distribution that accepts old TLS',
  why: 'SSL 3, TLS 1.0 and 1.1 have known weaknesses, and nobody needs them any more: every browser of the last decade speaks 1.2.',
  how: 'Set `MinimumProtocolVersion: TLSv1.2_2021` or newer.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12],
  cwe: [326, 327],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_174'],
    trivy: ['AWS-0013'],
    cfn_nag: ['W70'],
    'cdk-nag': ['CloudFrontDistributionHttpsViewerNoOutdatedSSL'],
  },
  subject: 'AWS::CloudFront::Distribution',
  *check(distribution) {
    for (const version of distribution.at('DistributionConfig', 'ViewerCertificate', 'MinimumProtocolVersion')) {
      if (!version.is('SSLv3', 'TLSv1', 'TLSv1_2016', 'TLSv1.1_2016')) continue;
      yield {
        at: version,
        message: `${code(distribution.name)} lets visitors talk over ${code(version.string ?? '')}.`,
        remedy: { title: 'Ask for TLS 1.2', applicability: 'safe', patches: [version.set('TLSv1.2_2021')] },
      };
    }
  },
});
