import { observationReports } from '#finding/handler-words';
import { code } from '#finding/markdown';
import { defineHandlerRule } from '#finding/rule';

/** Code of AWS's libraries for durable functions: https://docs.aws.amazon.com/lambda/latest/dg/durable-functions.html */
const DURABLE = /durable-execution-sdk|aws_durable_execution_sdk/;

/** https://docs.aws.amazon.com/lambda/latest/operatorguide/functions-calling-functions.html */
export const rule = defineHandlerRule({
  title: 'Function that waits for another function',
  why: 'Both are paid for while one of them only waits, and both take of the concurrency of the account. An error or a throttle of the second is one of the first, which has to try again by itself, and whoever calls the first often calls the second as often.',
  how: "Where the answer is not needed, `InvocationType: 'Event'` or a queue. Where it is, a state machine that calls both, or one function with the code of both; in a durable function `context.invoke`.",
  severity: 'info',
  confidence: 'high',
  lifecycle: 'stable',
  practices: [19],
  cwe: [400],
  references: [
    'OWASP SAS-8',
    'https://docs.aws.amazon.com/lambda/latest/operatorguide/functions-calling-functions.html',
  ],
  aliases: { sonar: ['S6246'] },
  pointsAtNoSecret: true,
  *check(handler) {
    if (!handler.functions.some((fn) => fn.isA('AWS::Lambda::Function'))) return;
    const isDurable = handler.files.some(({ text }) => DURABLE.test(text));
    const then = isDurable
      ? '`context.invoke` has it sleep until then.'
      : 'What fails or is throttled there fails here.';
    yield* observationReports(handler, 'function-waits-for-function', {
      message: () =>
        `${code(handler.name)} waits, and is paid for, until the function that it invokes has answered. ${then}`,
    });
  },
});
