import { observationReports, subject, widestOf } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Secret in the answer',
  why: 'Whoever may call the function has the secret, and so has every cache and log on the way. What the function does with it, they can do without the function.',
  how: 'Answer with what the caller needs, and use the secret where it is. A browser that has to call the other service gets a short-lived token of its own.',
  severity: 'high',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [8, 23],
  cwe: [200, 526],
  references: ['OWASP SAS-7', 'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'secret-returned', {
      severity: () => (widestOf(handler.triggers) === 'public' ? 'high' : 'medium'),
      message: ({ details: { secret = '' } }) => `${subject(secret)} is a part of what the function answers.`,
    });
  },
});
