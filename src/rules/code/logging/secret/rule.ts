import { apiName, observationReports, subject } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** A presigned URL ends by itself after a while. */
function isUrl(secret: string): boolean {
  return secret.startsWith('a presigned');
}

/** https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Secret written to the log',
  why: 'Everyone who may read logs has it then, and so has every place that logs are copied to, for as long as they are kept: more people than may read the secret where it belongs.',
  how: "Take it out of the log and change the secret. Log that it was there, or the last letters of a key's id.",
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8],
  cwe: [532],
  references: ['OWASP SAS-7', 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html'],
  aliases: { semgrep: ['python-logger-credential-disclosure'] },
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'secret-logged', {
      severity: ({ details: { secret = '' } }) => (isUrl(secret) ? 'low' : 'medium'),
      message: ({ callee, details: { secret = '' } }) =>
        `${subject(secret)} is written to the log by ${code(apiName(callee))}${isUrl(secret) ? ': until it expires, whoever reads the log may use it' : ''}.`,
    });
  },
});
