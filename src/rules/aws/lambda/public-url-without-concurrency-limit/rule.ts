import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-throttling */
export const rule = defineRule({
  title: 'Open function URL without a limit on concurrency',
  why: 'Nothing in front of a function URL slows callers down. Whoever floods it runs up the bill and takes the concurrency that all other functions of the account and region share, so that these are throttled too.',
  how: 'Set `ReservedConcurrentExecutions` to what the function needs at its busiest: the URL then answers ten requests per second for each. Or put CloudFront with a web application firewall in front.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [19],
  cwe: [770, 799],
  references: [
    'OWASP SAS-8',
    'OWASP API4:2023',
    'https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-throttling',
  ],
  aliases: { checkov: ['CKV_AWS_115'], cfn_nag: ['W92'], 'cdk-nag': ['LambdaConcurrency'] },
  subject: 'AWS::Lambda::Function',
  *check(fn, { cloud }) {
    const open = cloud.entries(fn).find(({ kind, reach }) => kind === 'function-url' && reach === 'public');
    if (!open) return;
    for (const limit of fn.at('ReservedConcurrentExecutions')) {
      if (!limit.isAbsent) continue;
      yield {
        at: limit,
        message: `Anyone can call ${code(fn.name)} through its URL as often as they like, up to the concurrency of the whole account.`,
        related: open.decidedBy ? [{ at: open.decidedBy.location, message: 'the URL asks for no authentication' }] : [],
      };
    }
  },
});
