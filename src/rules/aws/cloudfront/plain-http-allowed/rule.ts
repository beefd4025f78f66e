import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html */
export const rule = defineRule({
  title: 'Visitors may come over plain HTTP',
  why: 'Everybody on the way, such as the hotel’s wireless network, can read what visitors send and change what they get, session cookies and scripts included.',
  how: 'Set `ViewerProtocolPolicy: redirect-to-https`, or `https-only` for APIs.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12],
  cwe: [319],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_34'],
    trivy: ['AWS-0012'],
    'cdk-nag': ['CloudFrontDistributionHttpsViewerNoOutdatedSSL'],
  },
  subject: 'AWS::CloudFront::Distribution',
  *check(distribution) {
    const config = distribution.at('DistributionConfig');
    const behaviors = [
      ...config.flatMap((one) => one.at('DefaultCacheBehavior')),
      ...config.flatMap((one) => one.at('CacheBehaviors')).flatMap((list) => list.items()),
    ];
    for (const policy of behaviors.flatMap((behavior) => behavior.at('ViewerProtocolPolicy'))) {
      if (!policy.is('allow-all')) continue;
      yield {
        at: policy,
        message: `${code(distribution.name)} serves visitors over plain HTTP.`,
        remedy: { title: 'Send visitors to HTTPS', applicability: 'safe', patches: [policy.set('redirect-to-https')] },
      };
    }
  },
});
