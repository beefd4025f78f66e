import { ofResource, withoutCustomerKey } from '#finding/customer-key';
import { defineRule } from '#finding/rule';
import type { Text } from '#model/text';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html */
export const rule = defineRule({
  title: 'Bucket not encrypted with a key of your own',
  why: "A key that AWS manages cannot be closed to anybody who may read the objects: its policy, its rotation and its use cannot be limited or withdrawn. With a key of your own, access ends when the key's policy says so.",
  how: 'Set `BucketEncryption` with `SSEAlgorithm: aws:kms` and `KMSMasterKeyID`; `BucketKeyEnabled: true` keeps the requests to the key few.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311, 320],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html'],
  aliases: {
    checkov: ['CKV_AWS_145', 'CKV_AWS_186'],
    trivy: ['AWS-0132'],
    'cdk-nag': ['S3DefaultEncryptionKMS'],
    semgrep: ['aws-s3-bucket-object-encrypted-with-cmk'],
  },
  subject: 'AWS::S3::Bucket',
  *check(bucket, context) {
    const what = ofResource('objects', bucket);
    for (const encryption of bucket.at('BucketEncryption')) {
      const whole = (arn: Text) => [
        encryption.set({
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: arn },
              BucketKeyEnabled: true,
            },
          ],
        }),
      ];
      if (encryption.isAbsent) yield* withoutCustomerKey(context, { key: encryption, what, patches: whole });
      const rules = encryption.at('ServerSideEncryptionConfiguration').flatMap((list) => list.items());
      for (const key of rules.flatMap((one) => one.at('ServerSideEncryptionByDefault', 'KMSMasterKeyID'))) {
        yield* withoutCustomerKey(context, { key, what, patches: whole });
      }
    }
  },
});
