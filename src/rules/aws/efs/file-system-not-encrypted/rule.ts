import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html: the API, unlike the console, does not encrypt by default. */
export const rule = defineRule({
  title: 'File system stored without encryption',
  why: 'Files that functions share are kept in plain form, and encryption cannot be turned on later without a new file system.',
  how: 'Set `Encrypted: true` before the first deployment.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [311],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html'],
  aliases: {
    checkov: ['CKV_AWS_42', 'CKV_AWS_184'],
    trivy: ['AWS-0037'],
    cfn_nag: ['F32'],
    'cdk-nag': ['EFSEncrypted'],
  },
  subject: 'AWS::EFS::FileSystem',
  *check(files) {
    for (const encrypted of files.at('Encrypted')) {
      if (!encrypted.isAbsent && !encrypted.isFalse) continue;
      if (files.at('KmsKeyId').some((key) => !key.isAbsent)) continue;
      yield {
        at: encrypted,
        message: `The files in ${code(files.name)} are stored without encryption.`,
        remedy: {
          title: 'Encrypt the file system (replaces an existing one)',
          applicability: 'unsafe',
          patches: [encrypted.set(true)],
        },
      };
    }
  },
});
