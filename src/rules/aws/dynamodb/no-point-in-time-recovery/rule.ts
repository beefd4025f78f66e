import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { isTransient } from '#model/transient';

/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html */
export const rule = defineRule({
  title: 'Table that cannot be restored',
  why: 'One wrong write, a bug or somebody with stolen permissions can empty a table in minutes. Without point-in-time recovery or a backup the data is gone.',
  how: 'Set `PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }`. It is billed by the size of the table.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [14],
  cwe: [693],
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
  aliases: {
    checkov: ['CKV_AWS_28', 'CKV_AWS_165'],
    kics: ['0f04217d', '741f1291'],
    trivy: ['AWS-0024'],
    cfn_nag: ['W78'],
    'cdk-nag': ['DynamoDBPITREnabled'],
    semgrep: ['aws-dynamodb-point-in-time-recovery-disabled'],
  },
  subject: 'AWS::DynamoDB::Table',
  *check(table, { cloud }) {
    if (cloud.all('AWS::Backup::BackupSelection').length > 0) return;
    if (isTransient(table)) return;
    for (const enabled of table.at('PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled')) {
      if (!enabled.isFalse && !enabled.isAbsent) continue;
      yield {
        at: enabled,
        message: `What is written to ${code(table.name)} by mistake, or deleted from it, cannot be taken back.`,
        remedy: { title: 'Turn on point-in-time recovery', applicability: 'safe', patches: [enabled.set(true)] },
      };
    }
  },
});
