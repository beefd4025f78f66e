import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';
import { jsonIn } from '#model/json-text';
import type { Json } from '#model/properties.generated';
import type { Property } from '#model/property';
import { taskStates } from '#model/task-states';

/** https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#wait-token-hearbeat */
export const rule = defineRule({
  title: 'Callback awaited without a limit',
  why: 'A task that waits for its token to come back waits for up to a year. When the message is lost or the callee fails, executions pile up unseen, and the token stays valid for whoever finds it in a log or a queue.',
  how: 'Set `HeartbeatSeconds` or `TimeoutSeconds` on the task, and catch `States.Timeout`.',
  severity: 'low',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [7, 19],
  cwe: [400, 613],
  references: [
    'OWASP SAS-8',
    'https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#wait-token-hearbeat',
  ],
  aliases: {},
  subject: 'AWS::StepFunctions::StateMachine',
  *check(machine) {
    const definitions = [...machine.read(['Definition']), ...machine.read(['DefinitionString'])] as Property<Json>[];
    if (definitions.some((one) => isLimited(jsonIn(one), 'Timeout'))) return;
    for (const { name, state, resource } of taskStates(machine) ?? []) {
      if (!resource.toString().endsWith('.waitForTaskToken')) continue;
      if (isLimited(state, 'Heartbeat') || isLimited(state, 'Timeout')) continue;
      for (const called of state.at('Resource'))
        yield {
          at: called,
          about: name,
          message: `${code(name)} of ${code(machine.name)} waits for up to a year for its token to come back.`,
        };
    }
  },
});

function isLimited(holder: Property<Json>, kind: 'Heartbeat' | 'Timeout'): boolean {
  return [`${kind}Seconds`, `${kind}SecondsPath`].some((key) => holder.at(key).some((one) => !one.isAbsent));
}
