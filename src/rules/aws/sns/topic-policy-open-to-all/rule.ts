import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { allowedPhrase } from '#finding/statement-words';
import { audience } from '#model/audience';

/** https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html */
export const rule = defineStatementRule({
  title: 'Topic open to everybody',
  why: 'Everybody can publish messages that your subscribers trust, or subscribe an address of their own and read all that is published.',
  how: 'Name the publisher in `Principal`, or add a condition on `aws:SourceArn` or `aws:SourceAccount`.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [2, 5],
  cwe: [284, 732],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html'],
  aliases: {
    checkov: ['CKV_AWS_169'],
    kics: ['ae53ce91', 'b26d2b7e'],
    cfn_nag: ['F18'],
  },
  *check(statement) {
    if (statement.effect !== 'Allow' || statement.carrier.type !== 'AWS::SNS::TopicPolicy') return;
    if (audience(statement) !== 'public') return;
    const names = statement.targets.map(({ name }) => code(name)).join(', ') || code(statement.carrier.name);
    yield {
      at: statement.principals[0]?.property ?? statement.property,
      about: statement.actions.map(({ string }) => string ?? '').join(' '),
      message: `Everybody may ${allowedPhrase(statement)} on ${names}: no condition limits who.`,
    };
  },
});
