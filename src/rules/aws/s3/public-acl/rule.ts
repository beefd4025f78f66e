import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl */
export const rule = defineRule({
  title: 'Bucket opened by an access control list',
  why: 'A public list lets everybody, or everybody with any AWS account, list and fetch the objects or even write them.',
  how: 'Remove `AccessControl`; the bucket is private then. Grant access by a bucket policy that names who.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [15],
  cwe: [284, 732],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html'],
  aliases: {
    checkov: ['CKV_AWS_20', 'CKV_AWS_57'],
    kics: ['07dda8de', '219f4c95', '835d5497', '48f100d9'],
    trivy: ['AWS-0092'],
    cfn_nag: ['W31', 'F14'],
    'cdk-nag': ['S3BucketPublicReadProhibited', 'S3BucketPublicWriteProhibited'],
  },
  subject: 'AWS::S3::Bucket',
  *check(bucket) {
    for (const acl of bucket.at('AccessControl')) {
      const who = acl.string === undefined ? undefined : OPEN[acl.string];
      if (!who) continue;
      yield {
        at: acl,
        message: `${who} ${code(bucket.name)}: its access control list is ${code(acl.string ?? '')}.`,
        severity: acl.is('PublicReadWrite') ? 'critical' : 'high',
        remedy: { title: 'Make the bucket private', applicability: 'unsafe', patches: [acl.set('Private')] },
      };
    }
  },
});

const OPEN: Readonly<Record<string, string>> = {
  PublicRead: 'Anyone on the internet can read',
  PublicReadWrite: 'Anyone on the internet can read and change',
  AuthenticatedRead: 'Every AWS account in the world can read',
};
