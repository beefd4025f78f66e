import type { Model } from '#runtimes/engine/language';
import { cleans, sink } from '#runtimes/engine/models';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';
import { withArguments } from '#runtimes/javascript/models/process-arguments';

/** Programs that run what they are given as an argument. */
const INTERPRETERS = /(?:^|\/)(?:sh|bash|dash|zsh|cmd|cmd\.exe|powershell|pwsh|node|python3?|perl|ruby|eval)$/;

/** A program with its arguments: no shell reads them unless it is asked for, or is the program. */
const spawned: Model = (view) => {
  view.sink('command', 0);
  const shell = view.constant(view.either('2.shell', '1.shell'));
  const program = view.constant(view.arg(0));
  const inline = typeof program === 'string' && INTERPRETERS.test(program) && runsText(view, view.arg(1));
  if (inline || shell === true || (typeof shell === 'string' && shell !== '')) view.sink('command', 1, { deep: true });
  return undefined;
};

/** Whether the arguments tell the program to run the text that comes next: `-c`, `-e`. */
function runsText(view: CallView, args: Value | undefined): boolean {
  const items = args ? view.items(args) : undefined;
  return (
    items?.constants.some((one) => typeof one === 'string' && /^(?:-l?c|-e|\/c|--eval|-Command)$/i.test(one)) ?? false
  );
}

const shell: Model = (view) => {
  if (view.node?.how !== 'tagged') view.sink('command', 0, { rewrite: withArguments(view) });
  return undefined;
};

/** https://nodejs.org/api/child_process.html */
export const PROCESS_FAMILIES = {
  ...family('child_process node:child_process cross-spawn child-process-promise', {
    ...each('exec execSync', shell),
    ...each('spawn spawnSync execFile execFileSync', spawned),
    fork: sink('command', 0),
  }),
  ...family('shelljs', { exec: shell }),
  // https://github.com/sindresorhus/execa: tagged templates and arrays go without a shell
  ...family('execa', {
    ...each('command commandSync execaCommand execaCommandSync', sink('command', 0)),
    ...each('execa execaSync sync', spawned),
  }),
  ...family('node-cmd', each('run runSync get', sink('command', 0))),
  ...family('shell-quote', { quote: cleans('shell quoting', ['command'], 0) }),
  ...family('shlex', { quote: cleans('shell quoting', ['command'], 0), join: cleans('shell quoting', ['command'], 0) }),
};

export const PROCESSES: Readonly<Record<string, Model>> = {
  execa: spawned,
  'cross-spawn': spawned,
  'shell-escape': cleans('shell quoting', ['command'], 0),
  'shell-exec': shell,
};
