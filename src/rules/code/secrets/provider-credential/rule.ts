import { defineSecretRule } from '#finding/rule';
import { isOver, secretWords } from '#finding/secret-words';

/** What opens a cloud, the code or all that a key guards. */
const GRAVE =
  /^(?:aws-|azure-|gcp-|google-oauth|private-key|github-|gitlab-pat|gitlab-deploy|stripe-secret|vault-|hashicorp-)/;

/** The formats: gitleaks' rules, and those of the clouds' own documentation in `#finding/secret-formats`. */
export const rule = defineSecretRule({
  title: 'Credential in a file of the repository',
  why: 'Everybody who can read the repository, its forks, its clones or its build logs can use it, and programs look for this very format in public repositories within minutes of a push. Taking it out of the branch does not take it back: the history keeps it.',
  how: 'Rotate it, then keep the new value in a secret store (Secrets Manager, an SSM SecureString, Key Vault, Secret Manager, the secrets of the pipeline), and let the file name it.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [798, 312],
  references: [
    'OWASP SAS-7',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/securing_access-keys.html',
    'https://docs.github.com/en/code-security/secret-scanning/introduction/about-secret-scanning',
  ],
  aliases: { checkov: ['CKV_SECRET_2', 'CKV_SECRET_6'], gitleaks: ['aws-access-token', 'private-key'] },
  *check(secret, { today }) {
    if (secret.confidence !== 'high' || isOver(secret, today)) return;
    const severity = GRAVE.test(secret.format) ? 'critical' : 'high';
    yield { at: secret.at, severity, message: secretWords(secret), about: `${secret.format} ${secret.name ?? ''}` };
  },
});
