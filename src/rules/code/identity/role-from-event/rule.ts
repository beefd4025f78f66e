import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Caller who says themselves what they may do',
  why: 'The role is a field of the request, which the caller writes: whoever writes `admin` there is let in.',
  how: "Take the role from what was checked: `requestContext.authorizer.claims`, a verified token, or your own table by the caller's id.",
  severity: 'high',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [5, 6],
  cwe: [807, 639],
  references: ['OWASP SAS-5', 'https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'role-from-event', {
      message: ({ details: { field = '' } }) =>
        `${code(field)} decides whether the caller is let in, and the caller writes it.`,
    });
  },
});
