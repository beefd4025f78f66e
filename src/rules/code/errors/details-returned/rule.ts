import { observationReports, widestOf } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import type { Handler } from '#model/handler';

/** How far callers who read the answer come from; what a route of WebSockets answers is sent to nobody. */
function reach({ triggers }: Handler): string {
  return widestOf(triggers.filter(({ kind }) => kind !== 'websocket'));
}

/** https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Details of an exception in the answer',
  why: 'A stack or the text of an exception tells a caller names of tables, hosts, files and versions, sometimes the values that a query was made of: what they need for the next step.',
  how: "Log the exception and answer with a sentence of your own and the request's id.",
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7],
  cwe: [209],
  references: ['OWASP SAS-10', 'https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'error-details-returned', {
      only: () => ['public', 'authenticated'].includes(reach(handler)),
      severity: ({ details: { part = '' } }) => (part === 'stack' && reach(handler) === 'public' ? 'medium' : 'low'),
      message: ({ details: { part = '' } }) =>
        `The ${part === 'stack' ? 'stack' : 'text'} of an exception is answered to the caller.`,
    });
  },
});
