import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

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
      message: ({ callee, details: { secret = '' } }) =>
        `${code(secret)} is written to the log by ${code(callee.replaceAll('()', ''))}.`,
    });
  },
});
