import { ofResource, withoutCustomerKey } from '#finding/customer-key';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html */
export const rule = defineRule({
  title: 'Secret not encrypted with a key of your own',
  why: "A key that AWS manages cannot be closed to anybody who may read the secret: its policy, its rotation and its use cannot be limited or withdrawn. With a key of your own, access ends when the key's policy says so.",
  how: 'Set `KmsKeyId` to a key of yours; whoever reads the secret needs `kms:Decrypt` on it.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311, 320],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html'],
  aliases: {
    checkov: ['CKV_AWS_149'],
    kics: ['c8ae9ba9', 'b0d3ef3f', 'a2f548f2'],
    trivy: ['AWS-0098'],
    cfn_nag: ['W77'],
    'cdk-nag': ['SecretsManagerUsingKMSKey'],
  },
  subject: 'AWS::SecretsManager::Secret',
  *check(secret, context) {
    for (const key of secret.at('KmsKeyId')) {
      yield* withoutCustomerKey(context, { key, what: ofResource('values', secret), patches: (arn) => [key.set(arn)] });
    }
  },
});
