import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** On for new buckets since April 2023: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export const rule = defineRule({
  title: 'Protection against public access switched off',
  why: 'S3 blocks public access to new buckets by itself. Switched off, a single wrong policy or object list makes the data public, and nothing stops it any more.',
  how: 'Remove the setting or write `true`. To publish files, put CloudFront with origin access control in front of a private bucket.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [15],
  cwe: [284, 732],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_53', 'CKV_AWS_54', 'CKV_AWS_55', 'CKV_AWS_56', 'CKV2_AWS_6'],
    kics: ['860ba89b', '350cd468', '1a4bc881', '1ec253ab'],
    trivy: ['AWS-0086', 'AWS-0087', 'AWS-0091', 'AWS-0093'],
    'cdk-nag': ['S3BucketLevelPublicAccessProhibited'],
  },
  subject: 'AWS::S3::Bucket',
  *check(bucket) {
    const block = bucket.at('PublicAccessBlockConfiguration');
    const off = FLAGS.flatMap((flag) => block.flatMap((settings) => settings.at(flag))).filter(
      (flag) => flag.kind === 'set' && flag.isFalse,
    );
    const [first] = off;
    if (!first) return;
    const names = off.map((flag) => code(String(flag.path.at(-1))));
    yield {
      at: first,
      message: `${code(bucket.name)} can be made public: ${[...new Set(names)].join(', ')} ${names.length === 1 ? 'is' : 'are'} off.`,
      remedy: {
        title: 'Block public access',
        applicability: 'unsafe',
        patches: off.map((flag) => flag.set(true)),
      },
    };
  },
});

const FLAGS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'] as const;
