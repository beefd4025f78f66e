import type { Model } from '#runtimes/engine/language';
import { cleans, sink } from '#runtimes/engine/models';
import { UNKNOWN } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { withArguments, withoutShell } from '#runtimes/python/models/process-arguments';
import { SHELLS } from '#runtimes/python/models/shells';

const shell: Model = (view) => {
  const rewrite = view.path.startsWith('os.') ? withoutShell(view) : undefined;
  for (const at of [0, 'cmd', 'command']) view.sink('command', at, { rewrite });
  return undefined;
};

/** A program with its arguments in a list: no shell reads them unless it is asked for, or is the program. */
const spawned: Model = (view) => {
  const at = view.arg(0) ? 0 : 'args';
  const isShell = view.constant(view.arg('shell')) === true;
  const command = view.arg(at);
  if (!command) return undefined;
  if (isShell) view.sink('command', at, { deep: true, rewrite: withArguments(view) });
  else program(view, at);
  return undefined;
};

function program(view: CallView, at: number | string): void {
  const command = view.arg(at);
  if (!command) return;
  const [list] = command.objects;
  if (!list) {
    // One text alone is the name of a program; a list that somebody else sends is a whole command.
    view.sink('command', at);
    return;
  }
  const items = [...list.fields.entries()].map(([name, cell]) => [Number(name), view.machine.state.get(cell)] as const);
  const name = items.find(([index]) => index === 0)?.[1];
  if (name) view.sink('command', at, { value: name });
  const flag = items.find(([index]) => index === 1)?.[1];
  const script = items.find(([index]) => index === 2)?.[1];
  if (script && SHELLS.test(String(view.constant(name) ?? '')) && /^-[a-z]*c$/.test(String(view.constant(flag) ?? '')))
    view.sink('command', at, { value: script });
}

/** `os.execv(path, args)`. */
const replaced: Model = (view) => {
  view.sink('command', 0);
  program(view, 1);
  return undefined;
};

const exec: Model = (view) => {
  const [name] = view.args.list;
  view.sink('command', 0);
  const script = view.arg(2);
  if (script && SHELLS.test(String(view.constant(name) ?? '')) && view.constant(view.arg(1)) === '-c')
    view.sink('command', 2);
  return undefined;
};

/** What runs programs. */
export const PROCESSES: Readonly<Record<string, Model>> = {
  'os.system': shell,
  'os.popen': shell,
  'subprocess.getoutput': shell,
  'subprocess.getstatusoutput': shell,
  'subprocess.run': spawned,
  'subprocess.call': spawned,
  'subprocess.check_call': spawned,
  'subprocess.check_output': spawned,
  'subprocess.Popen': spawned,
  'asyncio.create_subprocess_shell': shell,
  'asyncio.subprocess.create_subprocess_shell': shell,
  'asyncio.create_subprocess_exec': exec,
  'commands.getoutput': shell,
  'pexpect.spawn': shell,
  'pexpect.run': shell,
  'pty.spawn': spawned,
  'invoke.run': shell,
  'fabric.Connection().run': shell,
  'fabric.Connection().sudo': shell,
  'paramiko.SSHClient().exec_command': shell,
  'paramiko.SSHClient().invoke_shell': () => undefined,
  ...Object.fromEntries(['execv', 'execve', 'execvp', 'execvpe'].map((name) => [`os.${name}`, replaced])),
  ...Object.fromEntries(['execl', 'execlp', 'execle'].map((name) => [`os.${name}`, sink('command', 0)])),
  'shlex.quote': cleans('shell quoting', ['command'], 0),
  'pipes.quote': cleans('shell quoting', ['command'], 0),
  'shlex.split': (view) => {
    const taints = view.taints(view.arg(0));
    // Words of a text that somebody else wrote: the first is the program.
    return view.list({ ...UNKNOWN, taints });
  },
  'shlex.join': cleans('shell quoting', ['command'], 0),
};
