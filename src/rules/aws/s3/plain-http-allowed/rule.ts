import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { listIn } from '#model/policy-document';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit */
export const rule = defineRule({
  title: 'Bucket policy lets requests through without TLS',
  why: 'S3 answers plain HTTP as well. A client that is misconfigured, or made to be, sends the data and its signed requests over the network for everybody on the way to read.',
  how: 'Add a statement that denies every request for which `aws:SecureTransport` is `false`.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [12],
  cwe: [319],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html#transit',
  ],
  aliases: { checkov: ['CKV_AWS_379'], kics: ['38c64e76', '4bc4dd4c'], 'cdk-nag': ['S3BucketSSLRequestsOnly'] },
  subject: 'AWS::S3::BucketPolicy',
  *check(policy, { cloud }) {
    const [bucket] = policy.at('Bucket').map((property) => cloud.target(property));
    if (!bucket?.isA('AWS::S3::Bucket')) return;
    const all = cloud.policiesOn(bucket);
    if (all.some((one) => !one.complete) || all.some((one) => one.conditions.some(({ key }) => TLS.has(key)))) return;
    for (const statements of policy.read(['PolicyDocument', 'Statement'])) {
      if (listIn(statements, []).length === 0 || listIn(statements, []).some((one) => one.isUnknown)) continue;
      yield {
        at: policy,
        message: `${code(bucket.name)} answers plain HTTP too: no statement of its policy asks for TLS.`,
        remedy: {
          title: 'Deny requests without TLS',
          applicability: 'safe',
          patches: [
            statements.append({
              Sid: 'DenyWithoutTls',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: [bucket.ref('Arn'), bucket.ref('Arn', '/*')],
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            }),
          ],
        },
      };
    }
  },
});

const TLS = new Set(['aws:securetransport', 's3:tlsversion']);
