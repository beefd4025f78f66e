import { ofResource, withoutCustomerKey } from '#finding/customer-key';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html */
export const rule = defineRule({
  title: 'Table not encrypted with a key of your own',
  why: "A key that AWS manages cannot be closed to anybody who may read the items: its policy, its rotation and its use cannot be limited or withdrawn. With a key of your own, access ends when the key's policy says so.",
  how: 'Set `SSESpecification` with `SSEEnabled: true`, `SSEType: KMS` and `KMSMasterKeyId`; whoever reads the table needs `kms:Decrypt` on the key.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311, 320],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.howitworks.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_119'],
    kics: ['c8dee387'],
    trivy: ['AWS-0025'],
    cfn_nag: ['W74'],
    semgrep: ['aws-dynamodb-table-unencrypted'],
  },
  subject: 'AWS::DynamoDB::Table',
  *check(table, context) {
    for (const encryption of table.at('SSESpecification')) {
      for (const key of encryption.at('KMSMasterKeyId')) {
        yield* withoutCustomerKey(context, {
          key,
          what: ofResource('items', table),
          patches: (arn) => [encryption.set({ SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: arn })],
        });
      }
    }
  },
});
