import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { allowedPhrase } from '#finding/statement-words';
import { audience } from '#model/audience';
import { iamAction } from '#model/iam-action';

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html */
export const rule = defineStatementRule({
  title: 'Bucket policy open to everybody',
  why: 'Whoever guesses or finds the name of the bucket does what the statement allows, without an account. Open buckets are searched for around the clock.',
  how: 'Name the role or account in `Principal`. To publish files, let CloudFront read the bucket with origin access control; to share single objects, hand out presigned URLs.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 15],
  cwe: [284, 732],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_70'],
    kics: ['7772bb8c', 'acc78859', 'f97b7d23', 'faa8fddf'],
    cfn_nag: ['F15', 'F16'],
    'cdk-nag': ['S3BucketPublicReadProhibited', 'S3BucketPublicWriteProhibited'],
  },
  *check(statement) {
    const bucket = statement.targets.find((target) => target.isA('AWS::S3::Bucket'));
    if (statement.effect !== 'Allow' || statement.carrier.type !== 'AWS::S3::BucketPolicy') return;
    if (audience(statement) !== 'public') return;
    const principal = statement.principals[0]?.property ?? statement.property;
    const writes = statement.actions.some(({ string }) => string !== undefined && changes(string));
    const name = code(bucket?.name ?? statement.carrier.name);
    yield {
      at: principal,
      about: statement.actions.map(({ string }) => string ?? '').join(' '),
      message: `Anyone on the internet may ${allowedPhrase(statement)} on ${name}.`,
      severity: writes ? 'critical' : 'high',
    };
  },
});

function changes(action: string): boolean {
  if (action.includes('*')) return !/^s3:(?:Get|List)\w{0,40}\*$/i.test(action);
  const level = iamAction(action)?.level;
  return level !== 'read' && level !== 'list';
}
