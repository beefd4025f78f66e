import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { allEventSources } from '#model/links';
import type { Resource } from '#model/resource';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting */
export const rule = defineRule({
  title: 'One bad message sends its whole batch back to the queue',
  why: 'When the function fails on one message, all of its batch is delivered again: what was done is done twice, and one message that can never succeed takes good ones with it into the dead-letter queue. A sender needs a single such message for that.',
  how: 'Set `FunctionResponseTypes: [ReportBatchItemFailures]` and let the handler return the ids of the messages that failed in `batchItemFailures`.',
  severity: 'low',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [7],
  cwe: [755],
  references: [
    'OWASP SAS-8',
    'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting',
  ],
  aliases: {},
  subject: 'AWS::Lambda::EventSourceMapping',
  *check(mapping, { cloud }) {
    const source = allEventSources(cloud).find((one) => one.mapping === mapping);
    if (source?.service !== 'sqs') return;
    const sizes = mapping.at('BatchSize');
    if (sizes.some((size) => size.isUnknown || size.is(1))) return;
    const [size] = sizes;
    for (const types of mapping.at('FunctionResponseTypes')) {
      if (!types.isEmpty) continue;
      yield {
        at: types,
        message: `If ${code(source.function.name)} fails on one message of ${source.source ? code(source.source.name) : 'the queue'}, the whole batch of up to ${size?.number ?? DEFAULT_BATCH} is delivered again.`,
        // From a FIFO queue the handler has to stop at the first failure, which no text can say for it.
        ...(isOrdered(source.source)
          ? {}
          : {
              remedy: {
                title: 'Report single failures; the handler has to return `batchItemFailures`',
                applicability: 'unsafe',
                patches: [types.set(['ReportBatchItemFailures'])],
              },
            }),
      };
    }
  },
});

/** Messages in a batch of SQS: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html */
const DEFAULT_BATCH = 10;

function isOrdered(queue: Resource | undefined): boolean {
  return queue?.read(['FifoQueue']).some((fifo) => fifo.isTrue || fifo.isUnknown) ?? false;
}
