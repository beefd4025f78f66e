import { ofResource, withoutCustomerKey } from '#finding/customer-key';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html */
export const rule = defineRule({
  title: 'Environment not encrypted with a key of your own',
  why: "A key that AWS manages cannot be closed to anybody who may read the configuration of the function: its policy, its rotation and its use cannot be limited or withdrawn. With a key of your own, access ends when the key's policy says so.",
  how: 'Set `KmsKeyArn` to a key of yours; whoever deploys needs `kms:CreateGrant` and `kms:Encrypt` on it.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311, 320],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html'],
  aliases: {
    checkov: ['CKV_AWS_173'],
    kics: ['a7f8ac28', '4495bc5d'],
    semgrep: ['aws-lambda-environment-unencrypted'],
  },
  subject: 'AWS::Lambda::Function',
  *check(fn, context) {
    const variables = fn.at('Environment', 'Variables').flatMap((map) => map.entries());
    if (variables.length === 0) return;
    for (const key of fn.at('KmsKeyArn')) {
      yield* withoutCustomerKey(context, {
        key,
        what: ofResource('environment variables', fn),
        patches: (arn) => [key.set(arn)],
      });
    }
  },
});
