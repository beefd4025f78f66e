import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { compatible } from '#model/value';

/** The longest retention, 14 days: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const LONGEST = 1_209_600;

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html */
export const rule = defineRule({
  title: 'Dead letters expire as early as the messages themselves',
  why: 'A message keeps its age when it moves to the dead-letter queue of a standard queue. With no longer retention there it can be deleted soon after it arrives, before anybody has looked at what failed.',
  how: 'Set `MessageRetentionPeriod` of the dead-letter queue to more than that of the queue that it serves: 14 days (`1209600`).',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7],
  cwe: [755],
  references: [
    'OWASP SAS-5',
    'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
  ],
  aliases: {},
  subject: 'AWS::SQS::Queue',
  *check(queue, { cloud }) {
    if (!queue.at('FifoQueue').every((fifo) => fifo.isFalse)) return;
    const served = cloud
      .referrers(queue)
      .filter(({ property }) => property.path[0] === 'RedrivePolicy' && property.path[1] === 'deadLetterTargetArn')
      .map(({ from }) => from);
    for (const retention of queue.at('MessageRetentionPeriod')) {
      const kept = retention.number;
      if (kept === undefined || kept >= LONGEST) continue;
      const longest = served
        .flatMap((one) => (one.isA('AWS::SQS::Queue') ? one.at('MessageRetentionPeriod') : []))
        .filter(({ number, when }) => number !== undefined && number >= kept && compatible(when, retention.when))
        .sort((a, b) => (b.number ?? 0) - (a.number ?? 0))[0];
      if (longest?.number === undefined) continue;
      const lost = longest.number > kept;
      yield {
        at: retention,
        message: `${code(queue.name)} keeps failed messages of ${code(longest.resource.name)} for ${days(kept)}, counted from when they were first sent: ${lost ? `less than the ${days(longest.number)} that they may wait there` : 'as long as they may wait there'}.`,
        severity: lost ? 'low' : 'info',
        remedy: {
          title: 'Keep dead letters for 14 days',
          applicability: 'safe',
          patches: [retention.set(LONGEST)],
        },
      };
    }
  },
});

function days(seconds: number): string {
  const whole = Math.round(seconds / 8_640) / 10;
  if (whole >= 1) return whole === 1 ? 'one day' : `${whole} days`;
  return `${Math.round(seconds / 60)} minutes`;
}
