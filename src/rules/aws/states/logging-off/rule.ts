import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { compatible } from '#model/value';

/** https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
export const rule = defineRule({
  title: 'State machine without execution logs',
  why: 'An express workflow keeps no history: without logs there is no record that an execution ever took place, with which input, or why it failed. A standard one keeps its history for 90 days only.',
  how: 'Set `LoggingConfiguration` with `Level: ERROR` or `ALL` and a log group in `Destinations`; leave `IncludeExecutionData` off where inputs hold personal data. The role needs the log delivery permissions.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [16],
  cwe: [778],
  references: ['OWASP SAS-5', 'https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html'],
  aliases: {
    checkov: ['CKV_AWS_285'],
    trivy: ['AWS-0119'],
    'cdk-nag': ['StepFunctionStateMachineAllLogsToCloudWatch'],
  },
  subject: 'AWS::StepFunctions::StateMachine',
  *check(machine) {
    const types = machine.at('StateMachineType');
    for (const level of machine.at('LoggingConfiguration', 'Level')) {
      const express = types.some((type) => type.is('EXPRESS') && compatible(type.when, level.when));
      if (!level.is('OFF') || types.some((type) => type.isUnknown)) continue;
      yield {
        at: level,
        message: express
          ? `Nothing is left of an execution of ${code(machine.name)}: express workflows keep no history, and logging is off.`
          : `Executions of ${code(machine.name)} leave no logs, and their history is deleted after 90 days.`,
        severity: express ? 'low' : 'info',
      };
    }
  },
});
