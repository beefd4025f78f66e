import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html: `NONE` lets anyone in whom the function's policy lets in. */
export const rule = defineRule({
  title: 'Function URL without authentication',
  why: 'Anyone on the internet who learns the URL can run the function, with all that its role may do and at your cost. Such URLs are found by scanning and in logs, and there is no gateway in front that could slow a caller down.',
  how: 'Set `AuthType: AWS_IAM` and let callers sign their requests. For browsers, put an API with an authorizer or CloudFront with origin access control in front.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [5],
  cwe: [306],
  references: ['OWASP SAS-2', 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html'],
  aliases: { checkov: ['CKV_AWS_258'], 'cdk-nag': ['LambdaFunctionUrlAuth'] },
  subject: 'AWS::Lambda::Url',
  *check(url, { cloud }) {
    const [target] = url.at('TargetFunctionArn');
    const name = cloud.target(target)?.logicalId ?? 'the function';
    // CloudFront signs its requests only when an origin access control tells it to: closing the URL alone would break a site.
    const fronted = cloud.all('AWS::CloudFront::Distribution').some(({ stack }) => stack === url.stack);
    for (const auth of url.at('AuthType')) {
      if (!auth.is('NONE')) continue;
      yield {
        at: auth,
        message: `Anyone on the internet can run ${code(name)} through its URL: ${code('AuthType')} is ${code('NONE')}.`,
        ...(!fronted && {
          remedy: {
            title: 'Require IAM authorization on the function URL',
            applicability: 'unsafe',
            patches: [auth.set('AWS_IAM')],
          },
        }),
      };
    }
  },
});
