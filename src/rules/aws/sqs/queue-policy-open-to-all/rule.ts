import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { allowedPhrase } from '#finding/statement-words';
import { audience } from '#model/audience';

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html */
export const rule = defineStatementRule({
  title: 'Queue open to everybody',
  why: 'Everybody with the URL of the queue, which holds only the account and a name, can send messages that your functions trust as their own, flood them at your cost, or read and delete what others sent.',
  how: 'Name the sender in `Principal`, or add a condition on `aws:SourceArn` for the topic, bucket or rule that sends.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 5],
  cwe: [284, 732],
  references: [
    'OWASP SAS-3',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html',
  ],
  aliases: {
    checkov: ['CKV_AWS_168', 'CKV_AWS_387'],
    kics: ['9b6a3f5b', '730675f9', 'abb06e5f'],
    cfn_nag: ['F20', 'F21'],
    trivy: ['AWS-0097'],
    semgrep: ['aws-sqs-queue-policy-wildcard-principal'],
  },
  *check(statement) {
    if (statement.effect !== 'Allow' || statement.carrier.type !== 'AWS::SQS::QueuePolicy') return;
    if (audience(statement) !== 'public') return;
    const names = statement.targets.map(({ name }) => code(name)).join(', ') || code(statement.carrier.name);
    yield {
      at: statement.principals[0]?.property ?? statement.property,
      about: statement.actions.map(({ string }) => string ?? '').join(' '),
      message: `Everybody may ${allowedPhrase(statement)} on ${names}: no condition limits who.`,
    };
  },
});
