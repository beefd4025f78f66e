import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, type Observer } from '#runtimes/observations/hooks';
import { fieldAt, isWholeObject, textOf } from '#runtimes/observations/options';
import { commandRun } from '#runtimes/observations/shells';

/** Without a type the caller waits: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html */
function waits(view: CallView, input: Value | undefined): void {
  if (!isWholeObject(view.machine, input)) return;
  const type = fieldAt(view.machine, input, ['InvocationType']);
  if (!type || textOf(type.value) === 'RequestResponse') view.observe('function-waits-for-function');
}

const sent: Observer = (view, path) => {
  const [command] = path.endsWith('().send') ? (view.arg(0)?.apis ?? []) : [];
  if (command?.path === '@aws-sdk/client-lambda.InvokeCommand()') waits(view, command.args?.list[0]);
  return undefined;
};

const invoked: Observer = (view) => {
  waits(view, view.arg(0));
  return undefined;
};

const commanded: Observer = (view) => commandRun(view, [view.arg(0), view.arg(1)]);

const COMMANDS = ['exec', 'execSync', 'spawn', 'spawnSync', 'execFile', 'execFileSync'].map(
  (name) => `child_process.${name}`,
);

export const INVOCATIONS: readonly Readonly<Record<string, Observer>>[] = [
  each(COMMANDS, commanded),
  each(
    ['@aws-sdk/client-lambda.Lambda().invoke', 'aws-sdk.Lambda().invoke', 'aws-sdk/clients/lambda().invoke'],
    invoked,
  ),
];

export const EVERY_INVOCATION: readonly Observer[] = [sent];
