import { defineSecretRule } from '#finding/rule';
import { isOver, secretWords } from '#finding/secret-words';

/** https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html */
export const rule = defineSecretRule({
  title: 'Secret written into a file of the repository',
  why: 'Everybody who can read the repository, its forks, its clones or its build logs can use it. Taking it out of the branch does not take it back: the history keeps it.',
  how: 'Rotate it, then keep the new value in a secret store (Secrets Manager, an SSM SecureString, Key Vault, Secret Manager, the secrets of the pipeline), and let the file name it.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8],
  cwe: [798, 312],
  references: ['OWASP SAS-7', 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  aliases: {
    checkov: ['CKV_SECRET_6'],
    gitleaks: ['generic-api-key', 'jwt', 'curl-auth-user', 'hashicorp-tf-password'],
  },
  *check(secret, { today }) {
    if (secret.confidence === 'high' || isOver(secret, today)) return;
    yield { at: secret.at, message: secretWords(secret), about: `${secret.format} ${secret.name ?? ''}` };
  },
});
