import type { Model } from '#runtimes/engine/language';
import { cleans, sink } from '#runtimes/engine/models';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { each, family } from '#runtimes/javascript/models/family';
import { withArguments, withoutShell } from '#runtimes/javascript/models/process-arguments';

/** Programs that run what they are given as an argument. */
const INTERPRETERS = /(?:^|\/)(?:sh|bash|dash|zsh|cmd|cmd\.exe|powershell|pwsh|node|python3?|perl|ruby|eval)$/;

/** A program with its arguments: no shell reads them unless it is asked for, or is the program. */
const spawned: Model = (view) => {
  const shell = view.constant(view.either('2.shell', '1.shell'));
  const program = view.constant(view.arg(0));
  const isShell = shell === true || (typeof shell === 'string' && shell !== '');
  const rewrite = isShell ? withoutShell(view) : undefined;
  view.sink('command', 0, { rewrite });
  if (isShell) view.sink('command', 1, { deep: true, rewrite });
  else if (typeof program === 'string' && INTERPRETERS.test(program)) interpreted(view, view.arg(1));
  return undefined;
};

/** The arguments that tell a program to run the text that comes next. */
const RUNS = /^(?:-l?c|-e|\/c|--eval|-Command)$/i;

/** The text that an interpreter is given to run; what follows it in the list are arguments of that text (`$1`), which are data. */
function interpreted(view: CallView, args: Value | undefined): void {
  if (!args) return;
  const isFlag = (value: Value | undefined): boolean =>
    value?.constants.some((one) => typeof one === 'string' && RUNS.test(one)) ?? false;
  const [list] = args.objects.length === 1 && args.taints.length === 0 ? args.objects : [];
  if (list?.kind === 'list' && !view.machine.state.get(list.rest)) {
    const items = [...list.fields.values()].map((cell) => view.machine.state.get(cell));
    const at = items.findIndex(isFlag);
    const text = at < 0 ? undefined : items[at + 1];
    if (text) view.sink('command', 1, { value: view.machine.state.baked(text), deep: true });
  } else if (isFlag(view.items(args))) view.sink('command', 1, { deep: true });
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
