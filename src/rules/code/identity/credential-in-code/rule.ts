import { apiName, observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html */
export const rule = defineHandlerRule({
  title: 'Client that is given a credential from the code',
  why: 'Whoever reads the repository, a build, a layer or a stack trace has the credential, and it stays valid in the history when the line is gone. It cannot be changed without a deployment, so that nobody changes it.',
  how: "Change the credential first. Then leave AWS credentials to the function's role, and read others from Secrets Manager or a SecureString parameter.",
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [798],
  references: [
    'OWASP SAS-7',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/retrieving-secrets_lambda.html',
  ],
  aliases: { semgrep: ['hardcoded-token'] },
  *check(handler) {
    yield* observationReports(handler, 'credential-in-code', {
      message: ({ callee, details: { field = '' } }) =>
        `${code(apiName(callee))} gets its ${code(field)} from the code. Change it: it stays in the history of the repository.`,
    });
  },
});
