import { flowReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';
import type { Flow } from '#model/handler';

/** Mongoose stores only what a schema names: https://mongoosejs.com/docs/guide.html#strict */
function hasSchema({ callee }: Flow): boolean {
  return callee.startsWith('mongoose.');
}

/** https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html */
export const rule = defineHandlerRule({
  title: 'Record stored with every field that the event holds',
  why: 'Whoever sends the event adds fields that the form does not show: `role`, `price`, `ownerId`, `isVerified`. They are stored as if the application had set them.',
  how: 'Name the fields that may be set, or validate the body with a schema that refuses all others.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [6, 3],
  cwe: [915],
  references: [
    'OWASP API3:2023',
    'OWASP SAS-1',
    'https://cheatsheetseries.owasp.org/cheatsheets/Mass_Assignment_Cheat_Sheet.html',
  ],
  aliases: { semgrep: ['mass-assignment'] },
  *check(handler) {
    yield* flowReports(handler, 'record', {
      does: (flow) =>
        hasSchema(flow)
          ? "is stored with every field that the model's schema has"
          : 'is stored with every field that it holds',
      severity: (flow) => (hasSchema(flow) ? 'low' : 'medium'),
      payload: '{"role": "admin"}',
    });
  },
});
