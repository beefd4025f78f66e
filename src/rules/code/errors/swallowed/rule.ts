import { observationReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-retries.html */
export const rule = defineHandlerRule({
  title: 'Failure that nobody hears of',
  why: 'The exception is caught and dropped. Where a queue, a bucket or a schedule causes the function to run, the event then counts as done: it is not tried again, no dead-letter queue gets it, no alarm goes off, and the data is lost.',
  how: 'Let the exception leave the function, or log it and tell the event source which records failed.',
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [7],
  cwe: [390],
  references: ['OWASP SAS-10', 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-retries.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'error-swallowed', {
      // What fails is tried again, or kept, only if the function itself fails.
      only: () =>
        handler.triggers.length > 0 &&
        handler.triggers.every(({ entry }) => entry !== undefined && entry.invocation !== 'synchronous'),
      message: () => 'What fails here is dropped: the event counts as done, and is neither tried again nor kept.',
    });
  },
});
