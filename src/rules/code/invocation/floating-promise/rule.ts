import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html */
export const rule = defineHandlerRule({
  title: 'Work that nobody waits for',
  why: "When the handler has answered, the process is frozen, whatever is still under way: what was to be written is lost, or happens during the next invocation, and its failure is nobody's.",
  how: 'Wait for it: `await`, or `await Promise.all(…)` for several. What may come later goes into a queue.',
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [7],
  cwe: [252, 390],
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'floating-promise', {
      message: ({ callee, details: { how = '' } }) =>
        how === 'forEach'
          ? `${code('forEach')} does not wait for asynchronous functions: the handler may answer before they are done.`
          : how === 'task'
            ? `Nothing waits for the task that ${code(callee)} starts: it is cancelled when ${code('asyncio.run')} is done, wherever it has come to.`
            : `Nothing waits for ${code(callee)}: the process is frozen as soon as the handler has answered.`,
    });
  },
});
