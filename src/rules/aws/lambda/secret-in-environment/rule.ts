import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { secretKind } from '#finding/secret';

/** https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-retrieve */
export const rule = defineRule({
  title: 'Secret written into a function’s environment',
  why: 'The value stands in the repository and its history, in the deployed template, and in the configuration of the function, where everybody with `lambda:GetFunctionConfiguration` reads it. Taking it out of the branch does not take it back.',
  how: 'Keep it in Secrets Manager or as an SSM SecureString, give the function its name, and read it at start; or resolve it at deployment with `{{resolve:secretsmanager:…}}`.',
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [8],
  cwe: [798, 312],
  references: ['OWASP SAS-7', 'https://docs.aws.amazon.com/lambda/latest/dg/with-secrets-manager.html'],
  aliases: {
    checkov: ['CKV_AWS_41', 'CKV_AWS_45', 'CKV_SECRET_6'],
    kics: ['2564172f', '1402afd8'],
    semgrep: ['aws-lambda-environment-credentials'],
    gitleaks: ['generic-api-key'],
  },
  subject: 'AWS::Lambda::Function',
  *check(fn) {
    for (const [name, value] of fn.at('Environment', 'Variables').flatMap((variables) => variables.entries())) {
      const secret = value.string === undefined ? undefined : secretKind(name, value.string);
      if (!secret) continue;
      const from = value.parameter ? ` as the default of the parameter ${code(value.parameter)}` : '';
      yield {
        at: value,
        message: `${code(name)} of ${code(fn.name)} holds what looks like a ${secret.kind}, in plain text${from}. Rotate it: it is in the history now.`,
        confidence: secret.confidence,
      };
    }
  },
});
