import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { compatible } from '#model/value';

/**
 * Lambda answers `*` with the caller's own origin once credentials are allowed, so browsers do not refuse the combination.
 * https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors
 */
export const rule = defineRule({
  title: 'Function URL lets every website act for signed-in users',
  why: 'A page that a user happens to visit can send requests with their cookies to the function and read the answers: it acts and reads as them. Lambda answers with the origin of whoever asks, so browsers do not stop it.',
  how: 'List your own origins in `AllowOrigins`, or set `AllowCredentials: false` where no cookies are used.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [18],
  cwe: [942, 346],
  references: [
    'OWASP API8:2023',
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors',
  ],
  aliases: { checkov: ['CKV2_AWS_75'] },
  subject: 'AWS::Lambda::Url',
  *check(url, { cloud }) {
    const [target] = url.at('TargetFunctionArn');
    const name = (target && cloud.functionNamed(target)?.name) ?? url.name;
    const signed = url.at('AuthType').every((type) => type.is('AWS_IAM'));
    for (const origins of url.at('Cors', 'AllowOrigins')) {
      const every = origins.items().find((origin) => origin.is('*', 'https://*', 'http://*'));
      const credentials = url.at('Cors', 'AllowCredentials').find((one) => compatible(one.when, origins.when));
      if (!every || !credentials?.isTrue) continue;
      yield {
        at: every,
        message: `Any website can call ${code(name)} with the cookies of the user who visits it, and read the answer: ${code('AllowOrigins')} is ${code(every.string ?? '*')} and ${code('AllowCredentials')} is on.`,
        severity: signed ? 'low' : 'medium',
        remedy: {
          title: 'Let browsers send no cookies to the function URL',
          applicability: 'unsafe',
          patches: [credentials.set(false)],
        },
      };
    }
  },
});
