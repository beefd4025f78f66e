import { code } from '#finding/markdown';
import { defineCloudRule } from '#finding/rule';
import { runsAtEdge } from '#model/edge';

/** https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html */
export const rule = defineCloudRule({
  title: 'Log groups that nobody declares',
  why: 'Lambda makes the log group on the first run. It is kept for ever, encrypted with no key of yours, deleted with no stack, and every retention rule of the application passes it by, although it holds whatever the functions log.',
  how: 'Declare an `AWS::Logs::LogGroup` with `RetentionInDays` and name it in `LoggingConfig.LogGroup` (SAM: once in `Globals`), or call it `/aws/lambda/` and the name of the function.',
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [16],
  cwe: [779],
  references: ['OWASP SAS-5', 'https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html'],
  aliases: { 'cdk-nag': ['LambdaLogging'] },
  *check(cloud) {
    for (const stack of cloud.stacks) {
      const functions = cloud.all('AWS::Lambda::Function').filter((fn) => fn.stack === stack && !fn.generatedBy);
      const without = functions.filter(
        (fn) =>
          cloud.logGroupOf(fn) === undefined &&
          fn.at('LoggingConfig', 'LogGroup').every((one) => one.isAbsent) &&
          !runsAtEdge(cloud, fn),
      );
      const [first, ...others] = without;
      if (!first) continue;
      const more = others.length === 1 ? 'one more function' : `${others.length} more functions`;
      yield {
        at: first,
        message: `${code(first.name)}${others.length === 0 ? ' logs' : ` and ${more} of this stack log`} to a group that Lambda makes by itself and that nothing ever empties.`,
        related: others.slice(0, 10).map((fn) => ({ at: fn.location, message: `${code(fn.name)} does too` })),
      };
    }
  },
});
