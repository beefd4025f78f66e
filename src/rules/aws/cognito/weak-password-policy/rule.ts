import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** NIST SP 800-63B asks for 8 characters at least: https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver */
export const rule = defineRule({
  title: 'Short passwords allowed',
  why: 'Passwords of less than eight characters are guessed from lists, and computed from a leaked hash in minutes.',
  how: 'Set `MinimumLength` to 12 or more. Length counts more than rules about symbols.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [4],
  cwe: [521],
  references: [
    'OWASP SAS-2',
    'https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html',
  ],
  aliases: { 'cdk-nag': ['CognitoUserPoolPasswordPolicy', 'CognitoUserPoolStrongPasswordPolicy'] },
  subject: 'AWS::Cognito::UserPool',
  *check(pool) {
    for (const length of pool.at('Policies', 'PasswordPolicy', 'MinimumLength')) {
      if (length.number === undefined || length.number >= 8) continue;
      yield {
        at: length,
        message: `Users of ${code(pool.name)} may choose passwords of ${length.number} characters.`,
        remedy: { title: 'Ask for 12 characters', applicability: 'safe', patches: [length.set(12)] },
      };
    }
  },
});
