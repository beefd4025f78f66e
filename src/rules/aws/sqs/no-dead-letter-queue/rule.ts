import { code } from '#finding/markdown';
import type { Remedy } from '#finding/remedy';
import { defineRule } from '#finding/rule';
import { keepsFailures, unusedDeadLetterQueues } from '#model/dead-letters';
import { allEventSources } from '#model/links';
import type { Datum, Patch } from '#model/patch';
import type { Property } from '#model/property';
import { type Resource, resourceId } from '#model/resource';
import { Text } from '#model/text';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
export const rule = defineRule({
  title: 'Queue without a dead-letter queue',
  why: 'A message that the function cannot process comes back again and again until it expires, at your cost, and is then deleted without a trace. Nobody learns of it, and nothing can be repaired and sent again.',
  how: 'Set `RedrivePolicy` with a `deadLetterTargetArn` and a `maxReceiveCount` of at least 5, since throttling counts as well, and watch that queue.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7],
  cwe: [755, 390],
  references: ['OWASP SAS-8', 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html'],
  aliases: { 'cdk-nag': ['SQSQueueDLQ', 'SQSRedrivePolicy'] },
  subject: 'AWS::SQS::Queue',
  *check(queue, { cloud }) {
    const feeds = allEventSources(cloud).find(({ source }) => source === queue);
    if (!feeds || keepsFailures(cloud, queue)) return;
    for (const redrive of queue.at('RedrivePolicy')) {
      if (!redrive.isEmpty) continue;
      const remedy = remedyFor(queue, redrive, unusedDeadLetterQueues(cloud, queue));
      yield {
        at: redrive,
        message: `A message of ${code(queue.name)} on which ${code(feeds.function.name)} fails is delivered until it expires, then it is gone.`,
        ...(remedy ? { remedy } : {}),
      };
    }
  },
});

type Queue = Resource<'AWS::SQS::Queue'>;

/** Receives before a message is given up: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html */
const MAX_RECEIVES = 5;

/** Fourteen days, the longest: what failed on a Friday can still be looked at. */
const RETENTION = 1_209_600;

/** The one queue that waits to be used; a new one where there is none; nothing where there are several. */
function remedyFor(queue: Queue, redrive: Property, others: readonly Queue[]): Remedy | undefined {
  const [named] = others;
  if (others.length > 1) return undefined;
  const redriveTo = (target: Text): Patch =>
    redrive.set({ deadLetterTargetArn: target, maxReceiveCount: MAX_RECEIVES });
  if (named) {
    return {
      title: `Send failed messages to ${named.name}`,
      applicability: 'unsafe',
      patches: [redriveTo(named.ref('Arn'))],
    };
  }
  const alike = likeness(queue);
  if (!alike) return undefined;
  const logicalId = `${queue.logicalId}DeadLetters`;
  const added = { kind: 'ref', resource: resourceId(queue.stack.id, logicalId), attribute: 'Arn' } as const;
  return {
    title: 'Keep failed messages in a dead-letter queue',
    applicability: 'unsafe',
    patches: [
      {
        op: 'add',
        beside: queue,
        logicalId,
        type: 'AWS::SQS::Queue',
        properties: { ...alike, MessageRetentionPeriod: RETENTION },
      },
      redriveTo(new Text([added])),
    ],
  };
}

/** What a dead-letter queue has to have in common with its queue; undefined where that is not known. */
function likeness(queue: Queue): { readonly [key: string]: Datum } | undefined {
  const alike: { [key: string]: Datum } = {};
  for (const fifo of queue.at('FifoQueue')) {
    if (fifo.isTrue) alike.FifoQueue = true;
    else if (!fifo.isFalse) return undefined;
  }
  for (const key of queue.at('KmsMasterKeyId')) {
    if (key.isAbsent) continue;
    if (key.text === undefined) return undefined;
    alike.KmsMasterKeyId = key.text;
  }
  return alike;
}
