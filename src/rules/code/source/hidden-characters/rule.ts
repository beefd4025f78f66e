import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://trojansource.codes/ */
export const rule = defineHandlerRule({
  title: 'Characters that show code in another order than it runs',
  why: 'A reviewer reads something else than what runs: characters for the direction of text move what stands in a comment or string to where it looks like code, and the other way round.',
  how: 'Delete the character, or write it as an escape, `\\u202e`, where a text really needs it.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [10],
  cwe: [1007],
  references: ['https://trojansource.codes/'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'hidden-characters', {
      message: ({ details: { character = '' } }) =>
        `The character ${code(character)} makes the code look different from what it does.`,
    });
  },
});
