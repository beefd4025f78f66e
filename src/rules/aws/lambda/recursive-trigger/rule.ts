import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { speaksOfResource } from '#model/arn';
import type { Cloud } from '#model/cloud';
import type { Entry } from '#model/exposure';
import type { Writer } from '#model/links';
import type { Resource } from '#model/resource';
import { isEveryResource } from '#model/scope';
import type { Statement } from '#model/statement';

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html */
export const rule = defineRule({
  title: 'Function may trigger itself without end',
  why: 'What the function writes invokes it again. One event, sent by mistake or on purpose, then keeps all the concurrency of the account busy and runs up the bill until somebody notices. Lambda stops such loops through queues, topics and buckets after some sixteen rounds, those through streams never.',
  how: 'Write to another resource than the one that triggers, or take what is written out of the trigger by a filter: `Filter` of the notification, `FilterCriteria` of the event source. Leave `RecursiveLoop` at `Terminate`.',
  severity: 'medium',
  confidence: 'medium',
  lifecycle: 'stable',
  practices: [19],
  cwe: [674, 835, 400],
  references: [
    'OWASP SAS-8',
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html',
    'https://docs.aws.amazon.com/lambda/latest/operatorguide/recursive-runaway.html',
  ],
  aliases: {},
  subject: 'AWS::Lambda::Function',
  *check(fn, { cloud }) {
    const allowed = fn.at('RecursiveLoop').some((loop) => loop.is('Allow'));
    const seen = new Set<Resource>();
    for (const entry of cloud.entries(fn)) {
      const { source } = entry;
      if (!source || seen.has(source) || !LOOPS.has(source.type) || isFiltered(cloud, entry)) continue;
      seen.add(source);
      const writer = cloud.writersTo(source).find((one) => one.function === fn && one.certainty === 'yes');
      if (!writer || !isMeant(cloud, writer.statement, source) || isForAnother(cloud, writer, source)) continue;
      const stopped = STOPPED.has(source.type) && !allowed;
      const end = stopped
        ? 'Lambda stops that after some sixteen rounds and drops the event.'
        : allowed
          ? `${code('RecursiveLoop')} is ${code('Allow')}, so nothing stops it.`
          : 'Lambda does not stop loops through streams.';
      yield {
        at: writer.statement,
        about: source.logicalId,
        message: `${code(fn.name)} is triggered by ${code(source.name)} and may write to it: what it writes triggers it again. ${end}`,
        severity: stopped ? 'low' : 'medium',
        related: [{ at: entry.by.location, message: `${code(entry.label)} triggers the function` }],
      };
    }
  },
});

/** One role for several functions: the permission may be there for one that the resource does not trigger. */
function isForAnother(cloud: Cloud, writer: Writer, source: Resource): boolean {
  return cloud
    .writersTo(source)
    .some(
      (one) =>
        one.function !== writer.function &&
        one.statement === writer.statement &&
        !cloud.entries(one.function).some((entry) => entry.source === source),
    );
}

/** A bus is not here: functions answer events with other events, and nothing but the patterns says which. */
const LOOPS: ReadonlySet<string> = new Set([
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::S3::Bucket',
  'AWS::Kinesis::Stream',
  'AWS::DynamoDB::Table',
]);

/** What Lambda detects: https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html#invocation-recursion-supported */
const STOPPED: ReadonlySet<string> = new Set(['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::S3::Bucket']);

/** Somebody named the resource and the writing; `*` and `s3:*` have rules of their own and say nothing of what is meant. */
function isMeant(cloud: Cloud, { resources, actions }: Statement, source: Resource): boolean {
  const named = resources.some((entry) => !isEveryResource(entry) && speaksOfResource(cloud, entry, source) === 'yes');
  return named && actions.some(({ string }) => /:(put|send|publish|write|batch|update)/i.test(string ?? ''));
}

/** Whether the trigger leaves something out, so that what the function writes may be left out as well; unknown counts as that. */
function isFiltered(cloud: Cloud, { function: fn, by }: Entry): boolean {
  if (by.isA('AWS::Lambda::EventSourceMapping')) return by.at('FilterCriteria').some((filter) => !filter.isAbsent);
  if (by.isA('AWS::SNS::Subscription')) return by.at('FilterPolicy').some((policy) => !policy.isAbsent);
  if (!by.isA('AWS::S3::Bucket')) return !by.isA('AWS::SNS::Topic');
  return by
    .at('NotificationConfiguration', 'LambdaConfigurations')
    .flatMap((list) => list.items())
    .filter((one) => one.at('Function').some((name) => cloud.functionNamed(name) === fn))
    .every(
      (one) =>
        one.at('Filter').some((filter) => !filter.isAbsent) ||
        !one.at('Event').some(({ string }) => string === 's3:*' || (string?.startsWith('s3:ObjectCreated:') ?? false)),
    );
}
