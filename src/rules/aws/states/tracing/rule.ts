import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html */
export const rule = defineRule({
  title: 'State machine without tracing',
  why: 'Without a trace there is no record of which services an execution went through and where it failed, so an incident takes longer to notice and to understand.',
  how: 'Set `TracingConfiguration: { Enabled: true }` (SAM: `Tracing`). The role then needs the four X-Ray permissions, which SAM adds to the roles that it makes.',
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [17],
  cwe: [778],
  references: ['OWASP SAS-5', 'https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html'],
  aliases: { checkov: ['CKV_AWS_284'], trivy: ['AWS-0117'], 'cdk-nag': ['StepFunctionStateMachineXray'] },
  subject: 'AWS::StepFunctions::StateMachine',
  *check(machine) {
    for (const enabled of machine.at('TracingConfiguration', 'Enabled')) {
      if (!enabled.isFalse) continue;
      yield {
        at: enabled,
        message: `X-Ray sees nothing of the executions of ${code(machine.name)}: what they call shows up without what caused it.`,
        remedy: { title: 'Trace executions', applicability: 'unsafe', patches: [enabled.set(true)] },
      };
    }
  },
});
