import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import type { Resource } from '#model/resource';
import { checksSignatures } from '#model/webhook';

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html: `NONE` lets anyone in whom the function's policy lets in. */
export const rule = defineRule({
  title: 'Function URL without authentication',
  why: 'Such URLs are found by scanning and in logs. Who has one runs the function with all that its role may do and at your cost, and there is no gateway in front that could slow a caller down.',
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
    const fn = cloud.target(target);
    const name = fn ? code(fn.name) : 'the function';
    const front = frontOf(url, cloud);
    const around = front ? `, around ${code(front.name)}` : '';
    // CloudFront signs its requests only when an origin access control tells it to: closing the URL alone would break a site.
    const fronted = cloud.all('AWS::CloudFront::Distribution').some(({ stack }) => stack === url.stack);
    for (const auth of url.at('AuthType')) {
      if (!auth.is('NONE')) continue;
      if (fn?.isA('AWS::Lambda::Function') && checksSignatures(fn)) {
        yield {
          at: auth,
          message: `Anyone on the internet can run ${name} through its URL. A webhook cannot sign in; its code has to refuse whatever the sender has not signed.`,
          severity: 'low',
          confidence: 'medium',
        };
        continue;
      }
      yield {
        at: auth,
        message: `Anyone on the internet can run ${name} through its URL${around}: ${code('AuthType')} is ${code('NONE')}.`,
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

/**
 * The distribution that a URL stands behind. Templates cut the host out of the URL (`!Select [2, !Split ['/', …]]`), so that an
 * origin which cannot be known counts.
 */
function frontOf(url: Resource<'AWS::Lambda::Url'>, cloud: Cloud): Resource | undefined {
  const named = cloud.referrers(url).find(({ from }) => from.isA('AWS::CloudFront::Distribution'));
  if (named) return named.from;
  return cloud
    .all('AWS::CloudFront::Distribution')
    .filter((distribution) => distribution.stack === url.stack)
    .find((distribution) =>
      distribution
        .at('DistributionConfig', 'Origins')
        .flatMap((origins) => origins.items())
        .some((origin) => origin.at('DomainName').some((name) => name.isUnknown)),
    );
}
