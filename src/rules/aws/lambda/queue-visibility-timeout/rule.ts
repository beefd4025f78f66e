import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { allEventSources } from '#model/links';
import { compatible } from '#model/value';

/** A message that is throttled is tried again within its visibility timeout, so AWS asks for six times the function's. */
const FACTOR = 6;

/** The longest visibility timeout: twelve hours. */
const LONGEST = 43_200;

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
export const rule = defineRule({
  title: 'Visibility timeout too short for the function',
  why: 'A message that becomes visible too early is handed to a second invocation while the first still runs, so that an order is booked twice. Under throttling it uses up its receives and lands in the dead-letter queue without ever having been tried.',
  how: 'Set `VisibilityTimeout` of the queue to at least six times the `Timeout` of the function, plus `MaximumBatchingWindowInSeconds`.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7],
  cwe: [672, 675],
  references: ['OWASP SAS-8', 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
  aliases: { 'cdk-nag': ['LambdaEventSourceSQSVisibilityTimeout'], 'cfn-lint': ['E3505'] },
  subject: 'AWS::SQS::Queue',
  *check(queue, { cloud }) {
    const feeds = allEventSources(cloud).filter(({ source }) => source === queue);
    for (const visibility of queue.at('VisibilityTimeout')) {
      const visible = visibility.number;
      if (visible === undefined) continue;
      const slowest = feeds
        .flatMap(({ function: fn, mapping }) =>
          fn.at('Timeout').flatMap((timeout) => {
            if (timeout.number === undefined || !compatible(timeout.when, visibility.when)) return [];
            const window = mapping.at('MaximumBatchingWindowInSeconds').find(({ number }) => number !== undefined);
            return [{ fn, timeout, seconds: timeout.number, wanted: FACTOR * timeout.number + (window?.number ?? 0) }];
          }),
        )
        .sort((a, b) => b.wanted - a.wanted)[0];
      if (!slowest) continue;
      const { fn, timeout, seconds } = slowest;
      const wanted = Math.min(slowest.wanted, LONGEST);
      if (visible >= wanted) continue;
      const guessed = visibility.parameter ?? timeout.parameter;
      yield {
        at: visibility,
        message:
          visible < seconds
            ? `A message of ${code(queue.name)} becomes visible again after ${visible} seconds, but ${code(fn.name)} may work on it for ${seconds}: Lambda refuses the event source, or the message is processed twice.`
            : `A message of ${code(queue.name)} becomes visible again after ${visible} seconds, less than six times the ${seconds} that ${code(fn.name)} may take.`,
        severity: visible < seconds ? 'medium' : 'info',
        confidence: guessed === undefined ? 'high' : 'medium',
        related: [{ at: timeout.location, message: `the function may run for ${seconds} seconds` }],
        remedy: {
          title: `Hide messages for ${wanted} seconds`,
          applicability: guessed === undefined ? 'safe' : 'unsafe',
          patches: [visibility.set(wanted)],
        },
      };
    }
  },
});
