import { code } from '#finding/markdown';
import { defineStatementRule } from '#finding/rule';
import { allowedPhrase } from '#finding/statement-words';
import { audience } from '#model/audience';

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html */
export const rule = defineStatementRule({
  title: 'Key usable by everybody',
  why: 'A key is the last lock: with a policy that lets everybody in, every AWS account can decrypt what the key protects as soon as it gets hold of the bytes, and often change the key itself.',
  how: 'Name the account or roles in `Principal`, and add conditions such as `kms:CallerAccount` or `kms:ViaService`.',
  severity: 'critical',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [284, 732],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html'],
  aliases: {
    checkov: ['CKV_AWS_33'],
    kics: ['f6049677', 'da905474', '7ebc9038'],
    cfn_nag: ['F76'],
    semgrep: ['aws-kms-key-wildcard-principal'],
  },
  *check(statement) {
    if (statement.effect !== 'Allow' || statement.carrier.type !== 'AWS::KMS::Key') return;
    if (audience(statement) !== 'public') return;
    const names = statement.targets.map(({ name }) => code(name)).join(', ') || code(statement.carrier.name);
    yield {
      at: statement.principals[0]?.property ?? statement.property,
      about: statement.actions.map(({ string }) => string ?? '').join(' '),
      message: `Every AWS account may ${allowedPhrase(statement)} on ${names}: no condition limits who.`,
    };
  },
});
