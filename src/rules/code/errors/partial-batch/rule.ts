import { observationReports } from '#finding/handler-words';
import { defineHandlerRule } from '#finding/rule';

/** What hands over several records at once, and tries again those that are reported. */
const IN_BATCHES = ['queue', 'stream'];

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
export const rule = defineHandlerRule({
  title: 'Failed records of a batch that count as done',
  why: 'The exception of one record is only logged, so that the whole batch succeeds: the record is deleted from the queue or passed over in the stream, and nothing tries it again.',
  how: 'Collect the ids of failed records, answer `{ batchItemFailures }`, and set `FunctionResponseTypes: [ReportBatchItemFailures]` at the event source; or throw when all records were tried.',
  severity: 'medium',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [7],
  cwe: [390],
  references: ['OWASP SAS-10', 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html'],
  aliases: {},
  pointsAtNoSecret: true,
  *check(handler) {
    yield* observationReports(handler, 'partial-batch-not-reported', {
      only: () => handler.triggers.length > 0 && handler.triggers.every(({ kind }) => IN_BATCHES.includes(kind)),
      message: () => 'What fails with one record is only logged: the batch succeeds, and the record is lost.',
    });
  },
});
