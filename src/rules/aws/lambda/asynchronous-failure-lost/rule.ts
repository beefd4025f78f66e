import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import type { Cloud } from '#model/cloud';
import type { Entry } from '#model/exposure';
import type { Resource } from '#model/resource';

/** https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html */
export const rule = defineRule({
  title: 'Failed events are thrown away',
  why: 'Lambda tries an event that was handed over asynchronously three times, then drops it. Nothing is left of it but a line in the log: orders, uploads or alarms are lost, and whoever can make the function fail can make them disappear.',
  how: 'Set `DeadLetterConfig` (SAM: `DeadLetterQueue`) or an `OnFailure` destination of `AWS::Lambda::EventInvokeConfig`, and watch that queue. A dead-letter queue of the rule or subscription does not get these: it keeps what could not be delivered.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7],
  cwe: [390, 755],
  references: ['OWASP SAS-5', 'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html'],
  aliases: {
    checkov: ['CKV_AWS_116'],
    kics: ['c2eae442', 'cb2f612b', 'dec7bc85'],
    'cdk-nag': ['LambdaDLQ', 'LambdaAsyncFailureDestination'],
  },
  subject: 'AWS::Lambda::Function',
  *check(fn, { cloud }) {
    const losing = cloud.asynchronousInvokers(fn).filter(loses);
    const [first] = losing;
    if (!first || hasDestination(cloud, fn)) return;
    const onlyScheduled = losing.every(({ kind }) => kind === 'schedule');
    for (const queue of fn.at('DeadLetterConfig', 'TargetArn')) {
      if (!queue.isAbsent) continue;
      yield {
        at: queue,
        message: onlyScheduled
          ? `When ${code(fn.name)} fails on a run of ${code(first.label)}, the run is lost until the next one.`
          : `What ${code(first.label.replace(/^permission for /, ''))} sends to ${code(fn.name)} is dropped when the function keeps failing.`,
        severity: onlyScheduled ? 'info' : 'low',
        confidence: first.by.type === 'AWS::Lambda::Permission' ? 'medium' : 'high',
        related: losing.slice(0, 5).map(({ by, label }) => ({
          at: by.location,
          message: `${code(label)} invokes it asynchronously`,
        })),
      };
    }
  },
});

/**
 * Custom resources, rotations and Config rules report a failure to whoever asked; they try again by themselves. A permission for IoT
 * may be for an authorizer, which waits for the answer.
 */
function loses({ kind, by }: Entry): boolean {
  if (by.type === 'AWS::Lambda::Permission' && kind === 'iot') return false;
  return kind !== 'other' || by.type === 'AWS::SES::ReceiptRule';
}

/** Some configuration of asynchronous invocation names a destination; one whose function is not known may be this function's. */
function hasDestination(cloud: Cloud, fn: Resource<'AWS::Lambda::Function'>): boolean {
  return cloud
    .all('AWS::Lambda::EventInvokeConfig')
    .filter((config) => config.at('FunctionName').some((name) => [fn, undefined].includes(cloud.functionNamed(name))))
    .some((config) => config.at('DestinationConfig', 'OnFailure', 'Destination').some((one) => !one.isAbsent));
}
