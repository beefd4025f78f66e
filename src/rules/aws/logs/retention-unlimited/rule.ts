import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html */
export const rule = defineRule({
  title: 'Logs kept for ever',
  why: 'Logs hold personal data and, by mistake, secrets. Kept without a limit they cost more every month, break deletion duties, and are what a thief finds years later.',
  how: 'Set `RetentionInDays` to as long as you need them for incidents and audits: 30 to 400 days.',
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [16],
  cwe: [779],
  references: [
    'OWASP SAS-5',
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_66', 'CKV_AWS_338'],
    cfn_nag: ['W86'],
    'cdk-nag': ['CloudWatchLogGroupRetentionPeriod'],
  },
  subject: 'AWS::Logs::LogGroup',
  *check(group) {
    for (const days of group.at('RetentionInDays')) {
      if (!days.isAbsent || days.resource.generatedBy !== undefined) continue;
      yield {
        at: days,
        message: `What ${code(group.name)} collects is never deleted.`,
        remedy: { title: 'Delete logs after 90 days', applicability: 'unsafe', patches: [days.set(90)] },
      };
    }
  },
});
