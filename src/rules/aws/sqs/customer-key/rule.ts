import { ofResource, withoutCustomerKey } from '#finding/customer-key';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html */
export const rule = defineRule({
  title: 'Queue not encrypted with a key of your own',
  why: "A key that AWS manages cannot be closed to anybody who may read the messages: its policy, its rotation and its use cannot be limited or withdrawn. With a key of your own, access ends when the key's policy says so.",
  how: 'Set `KmsMasterKeyId` to a key of yours. Its policy has to let the services that send to the queue use it (`kms:GenerateDataKey`, `kms:Decrypt`).',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311, 320],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_27', 'CKV2_AWS_73'],
    kics: ['12726829', '6e8849c1'],
    trivy: ['AWS-0096', 'AWS-0135'],
    cfn_nag: ['W48'],
    'cdk-nag': ['SQSQueueSSE'],
    semgrep: ['aws-sqs-queue-unencrypted'],
  },
  subject: 'AWS::SQS::Queue',
  *check(queue, context) {
    for (const key of queue.at('KmsMasterKeyId')) {
      yield* withoutCustomerKey(context, {
        key,
        what: ofResource('messages', queue),
        patches: (arn) => [key.set(arn)],
      });
    }
  },
});
