import { ofResource, withoutCustomerKey } from '#finding/customer-key';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
export const rule = defineRule({
  title: 'Topic not encrypted with a key of your own',
  why: "A key that AWS manages cannot be closed to anybody who may read the messages: its policy, its rotation and its use cannot be limited or withdrawn. With a key of your own, access ends when the key's policy says so.",
  how: 'Set `KmsMasterKeyId` to a key of yours. Its policy has to let the services that publish to the topic use it (`kms:GenerateDataKey`, `kms:Decrypt`).',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311, 320],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html'],
  aliases: {
    checkov: ['CKV_AWS_26'],
    kics: ['9d13b150', '28545147', 'b1a72f66'],
    trivy: ['AWS-0095', 'AWS-0136'],
    cfn_nag: ['W47'],
    'cdk-nag': ['SNSEncryptedKMS'],
    semgrep: ['aws-sns-topic-unencrypted'],
  },
  subject: 'AWS::SNS::Topic',
  *check(topic, context) {
    for (const key of topic.at('KmsMasterKeyId')) {
      yield* withoutCustomerKey(context, {
        key,
        what: ofResource('messages', topic),
        patches: (arn) => [key.set(arn)],
      });
    }
  },
});
