import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Resource } from '#model/resource';

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html */
export const rule = defineRule({
  title: 'Database stored without encryption',
  why: 'Data, backups and snapshots are in plain form: a snapshot that is shared or copied by mistake can be read by whoever gets it. An existing database cannot be encrypted later without a new one.',
  how: 'Set `StorageEncrypted: true` before the first deployment.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html'],
  aliases: {
    checkov: ['CKV_AWS_16', 'CKV_AWS_96'],
    trivy: ['AWS-0079', 'AWS-0080'],
    cfn_nag: ['F26', 'F27'],
    'cdk-nag': ['RDSStorageEncrypted'],
  },
  subject: ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance'],
  *check(database) {
    const inherits = [
      'DBClusterIdentifier',
      'SourceDBInstanceIdentifier',
      'DBSnapshotIdentifier',
      'SnapshotIdentifier',
      'KmsKeyId',
    ];
    if (inherits.some((name) => database.read([name]).some((one) => !one.isAbsent))) return;
    for (const encrypted of database.read(['StorageEncrypted'])) {
      if (!encrypted.isAbsent && !encrypted.isFalse) continue;
      if (!encrypted.isWritten && isAurora(database)) continue;
      yield {
        at: encrypted,
        message: `The data, backups and snapshots of ${code(database.name)} are stored without encryption.`,
        remedy: {
          title: 'Encrypt the database (replaces an existing one)',
          applicability: 'unsafe',
          patches: [encrypted.set(true)],
        },
      };
    }
  },
});

/**
 * Aurora encrypts every cluster created since February 2026 by itself.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
 */
function isAurora(database: Resource): boolean {
  return database.read(['Engine']).some((engine) => engine.isUnknown || (engine.string?.startsWith('aurora') ?? false));
}
