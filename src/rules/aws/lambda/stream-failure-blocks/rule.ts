import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { allEventSources } from '#model/links';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-errors.html */
export const rule = defineRule({
  title: 'One bad record stops a shard of the stream',
  why: 'Lambda repeats a failing batch until it succeeds or its records expire, for a day or more, and takes nothing else from that shard meanwhile. Whoever can put one record that makes the function fail stops all processing, and what expires is lost.',
  how: 'Set `MaximumRetryAttempts` or `MaximumRecordAgeInSeconds`, `BisectBatchOnFunctionError: true`, and an `OnFailure` destination in `DestinationConfig` that keeps what was given up.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7, 19],
  cwe: [755, 400],
  references: ['OWASP SAS-8', 'https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-errors.html'],
  aliases: { 'cdk-nag': ['LambdaEventSourceMappingDestination'] },
  subject: 'AWS::Lambda::EventSourceMapping',
  *check(mapping, { cloud }) {
    const source = allEventSources(cloud).find((one) => one.mapping === mapping);
    if (source?.service !== 'kinesis' && source?.service !== 'dynamodb') return;
    const kept = mapping.at('DestinationConfig', 'OnFailure', 'Destination');
    const aged = mapping.at('MaximumRecordAgeInSeconds');
    if (kept.some((one) => !one.isAbsent) || aged.some((age) => age.kind !== 'default')) return;
    for (const attempts of mapping.at('MaximumRetryAttempts')) {
      if (attempts.kind !== 'default') continue;
      const stream = source.source ? code(source.source.name) : 'the stream';
      yield {
        at: attempts,
        message: `A record of ${stream} that ${code(source.function.name)} cannot process is tried again until it expires, and holds up all that comes after it.`,
      };
    }
  },
});
