import type { Cloud } from '#model/cloud';
import type { Resource } from '#model/resource';

type Queue = Resource<'AWS::SQS::Queue'>;

/** How people name queues that only keep what failed; the first is unmistakable. */
const DEAD_LETTERS = /dlq|dead-?_?letter/i;
const FAILURES = /failed|failure|undeliver/i;

/** Properties that name where failures go; `deadLetterTargetArn` is SQS's, `OnFailure` a destination, `DeadLetterConfig` everybody else's. */
const GOES_THERE: ReadonlySet<string | number> = new Set(['deadLetterTargetArn', 'OnFailure', 'DeadLetterConfig']);

/** Whether a queue keeps the failures of something else: by what refers to it, or by its name. */
export function keepsFailures(cloud: Cloud, queue: Queue): boolean {
  return isNamed(queue, DEAD_LETTERS) || isNamed(queue, FAILURES) || isUsed(cloud, queue);
}

/** The queues of the same stack and kind that are named as dead-letter queues and that nothing uses as one. */
export function unusedDeadLetterQueues(cloud: Cloud, queue: Queue): readonly Queue[] {
  const isFifo = (one: Queue): boolean => one.at('FifoQueue').some((fifo) => !fifo.isFalse);
  return cloud
    .all('AWS::SQS::Queue')
    .filter((one) => one.stack === queue.stack && isFifo(one) === isFifo(queue))
    .filter((one) => isNamed(one, DEAD_LETTERS) && !isUsed(cloud, one));
}

function isNamed(queue: Queue, so: RegExp): boolean {
  const names = queue.at('QueueName').flatMap(({ text }) => (text === undefined ? [] : [text.toString()]));
  return [queue.logicalId, ...names].some((name) => so.test(name));
}

function isUsed(cloud: Cloud, queue: Queue): boolean {
  return cloud.referrers(queue).some(({ property }) => property.path.some((step) => GOES_THERE.has(step)));
}
