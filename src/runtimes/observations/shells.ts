import type { Context, Machine } from '#runtimes/engine/machine';
import type { Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import { fieldsOf, textOf } from '#runtimes/observations/options';

/** Commands that hand a shell to another host: the shell's own device for connections, and `nc -e`. */
const SHELL_FOR_ANOTHER =
  /\/dev\/(?:tcp|udp)\/[\w.${}-]{1,100}\/[\w${}]{1,20}|\bn(?:c|cat)\b[^\n|;]{0,80}\s-[a-z]{0,5}e\s{0,3}(?:\/\w{1,20}){1,4}/;
/** Commands that run what they fetch, whatever that is by then. */
const FETCHED =
  /\b(?:curl|wget)\b[^\n|;]{1,300}\|\s{0,3}(?:sudo\s{1,3})?(?:(?:ba|z|da)?sh|python3?|node|perl)\b|\b(?:iex|Invoke-Expression)\b[^\n]{0,120}\b(?:DownloadString|Invoke-WebRequest|iwr)\b/i;

/** A command that is written in the code is run. @param values the command, and lists of its arguments */
export function commandRun(view: CallView, values: readonly (Value | undefined)[]): undefined {
  const texts = values.flatMap((value) =>
    value ? [textOf(value), ...fieldsOf(view.machine, value, 1).map((one) => textOf(one.value))] : [],
  );
  const command = texts
    .filter((one) => one !== undefined)
    .join(' ')
    .slice(0, 2_000);
  if (SHELL_FOR_ANOTHER.test(command)) view.observe('commands-from-elsewhere', { details: { how: 'shell' } });
  else if (FETCHED.test(command)) view.observe('commands-from-elsewhere', { details: { how: 'fetched' } });
  return undefined;
}

/** A shell by its name, as it is started. */
const SHELL =
  /(?:spawn|exec|call|run|Popen|system|execve?|execl)\w{0,10}\(\s{0,10}\[?\s{0,10}["'](?:\/(?:usr\/)?bin\/)?(?:(?:ba|z|da)?sh|cmd(?:\.exe)?|powershell(?:\.exe)?)["']/;

/** What makes a connection the input of a program, with what else has to be said for that to be a shell for another host. */
const WIRED: readonly { readonly wires: RegExp; readonly connects: RegExp }[] = [
  { wires: /\bos\.dup2\(\s{0,3}\w{1,40}\.fileno\(\)\s{0,3},\s{0,3}0\s{0,3}\)/, connects: /\bsocket\.socket\(/ },
  { wires: /\.pipe\(\s{0,3}\w{1,40}\.stdin\s{0,3}\)/, connects: /\bnet\.(?:connect|createConnection|Socket)\b/ },
];

/** A connection to another host is the input of a shell, anywhere in the handler's files, whatever is run of them. */
export function shellsWired(machine: Machine, context: Context): void {
  for (const module of machine.modules.values()) {
    const { comments, file } = module.code;
    for (const { wires, connects } of WIRED) {
      const match = wires.exec(file.text);
      if (!match || !connects.test(file.text) || !SHELL.test(file.text)) continue;
      const span = { start: match.index, end: match.index + match[0].length };
      if (comments.some((one) => one.span.start <= span.start && span.end <= one.span.end)) continue;
      machine.observe('commands-from-elsewhere', module.at(span), context, { details: { how: 'shell' } });
    }
  }
}
