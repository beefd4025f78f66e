import { ofResource, withoutCustomerKey } from '#finding/customer-key';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
export const rule = defineRule({
  title: 'Log group not encrypted with a key of your own',
  why: "A key that AWS manages cannot be closed to anybody who may read the logs: its policy, its rotation and its use cannot be limited or withdrawn. With a key of your own, access ends when the key's policy says so.",
  how: 'Set `KmsKeyId` to the ARN of a key of yours, whose policy lets `logs.amazonaws.com` of the region use it for this log group: without that the deployment fails.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311, 320],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html'],
  aliases: {
    checkov: ['CKV_AWS_158'],
    kics: ['0afbcfe9'],
    trivy: ['AWS-0017'],
    cfn_nag: ['W84'],
    'cdk-nag': ['CloudWatchLogGroupEncrypted'],
  },
  subject: 'AWS::Logs::LogGroup',
  *check(group, context) {
    for (const key of group.at('KmsKeyId')) {
      yield* withoutCustomerKey(context, { key, what: ofResource('logs', group) });
    }
  },
});
