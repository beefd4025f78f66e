import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html */
export const rule = defineRule({
  title: 'Key that is never rotated',
  why: 'All that was ever encrypted depends on one piece of key material. Yearly rotation limits how much a leaked one opens; what is encrypted already stays readable.',
  how: 'Set `EnableKeyRotation: true`. The applications need no change.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [13],
  cwe: [320],
  references: ['OWASP SAS-3', 'https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html'],
  aliases: {
    checkov: ['CKV_AWS_7'],
    kics: ['1c07bfaf', '235ca980', '22fbfeac'],
    trivy: ['AWS-0065'],
    cfn_nag: ['F19'],
    'cdk-nag': ['KMSBackingKeyRotationEnabled'],
    semgrep: ['aws-kms-no-rotation'],
  },
  subject: 'AWS::KMS::Key',
  *check(key) {
    const symmetric = key.at('KeySpec').every((spec) => spec.is('SYMMETRIC_DEFAULT') || spec.isAbsent);
    const imported = !key.at('Origin').every((origin) => origin.is('AWS_KMS') || origin.isAbsent);
    if (!symmetric || imported) return;
    for (const rotation of key.at('EnableKeyRotation')) {
      if (!rotation.isFalse && !rotation.isAbsent) continue;
      yield {
        at: rotation,
        message: `The key material of ${code(key.name)} stays the same for ever.`,
        remedy: { title: 'Rotate the key every year', applicability: 'safe', patches: [rotation.set(true)] },
      };
    }
  },
});
