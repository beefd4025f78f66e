import type { Rewrite } from '#model/handler';
import { wordsOf } from '#runtimes/binding/words';
import type { CallView } from '#runtimes/engine/view';
import { importedModule } from '#runtimes/python/imports';
import type { Expression } from '#syntax/code/form';

const TITLE = 'Pass the arguments as a list, without a shell';

/** `subprocess.run(f"ls {name}", shell=True)` as `subprocess.run(["ls", name])`. */
export function withArguments(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [first, ...others] = node?.args ?? [];
  if (!first || first.spread || first.name !== undefined || (view.arg(0)?.taints.length ?? 0) === 0) return undefined;
  const at = others.findIndex(({ name }) => name === 'shell');
  const isPlain = others.every(({ name, spread }) => !spread && name !== undefined && name !== 'executable');
  if (at < 0 || !isPlain) return undefined;
  const { file } = view.context.frame.module.code;
  const command = wordsOf(view, first.value);
  const before = [first, ...others][at];
  const shell = others[at];
  if (!command || !before || !shell) return undefined;
  const { path } = file;
  return {
    title: TITLE,
    applicability: 'unsafe',
    edits: [
      ...command.edits,
      { path, span: command.span, text: `[${[command.program, ...command.words].join(', ')}]` },
      { path, span: { start: before.span.end, end: shell.span.end }, text: '' },
    ],
  };
}

/** `os.system(f"ls {name}")` as `subprocess.call(["ls", name])`, where nobody asks what it answers. */
export function withoutShell(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [first, ...others] = node?.args ?? [];
  if (!node || !first || first.spread || first.name !== undefined || others.length > 0) return undefined;
  if (view.path === 'os.popen') return output(view, first.value);
  if (view.path !== 'os.system' || (view.arg(0)?.taints.length ?? 0) === 0) return undefined;
  const { code } = view.context.frame.module;
  const { text, path } = code.file;
  const line = text.slice(text.lastIndexOf('\n', node.span.start - 1) + 1, node.span.start);
  if (!/^\s*$/.test(line) || !/^[ \t]*(?:#.*)?(?:\r?\n|$)/.test(text.slice(node.span.end, node.span.end + 400)))
    return undefined;
  const command = wordsOf(view, first.value);
  const imported = command && importedModule(code, 'subprocess');
  if (!command || !imported) return undefined;
  return {
    title: TITLE,
    applicability: 'unsafe',
    edits: [
      ...imported.edits,
      ...command.edits,
      { path, span: node.callee.span, text: `${imported.name}.call` },
      { path, span: command.span, text: `[${[command.program, ...command.words].join(', ')}]` },
    ],
  };
}

/** `os.popen(f"ls {name}").read()` as `subprocess.run(["ls", name], stdout=subprocess.PIPE, text=True).stdout`. */
function output(view: CallView, node: Expression): Rewrite | undefined {
  const { node: call } = view;
  const { code } = view.context.frame.module;
  const { text, path } = code.file;
  const [read] = (call && /^\.read\(\)/.exec(text.slice(call.span.end, call.span.end + 10))) ?? [];
  if (!call || read === undefined || (view.arg(0)?.taints.length ?? 0) === 0) return undefined;
  const command = wordsOf(view, node);
  const imported = command && importedModule(code, 'subprocess');
  if (!command || !imported) return undefined;
  const { name } = imported;
  return {
    title: TITLE,
    applicability: 'unsafe',
    edits: [
      ...imported.edits,
      ...command.edits,
      { path, span: call.callee.span, text: `${name}.run` },
      {
        path,
        span: command.span,
        text: `[${[command.program, ...command.words].join(', ')}], stdout=${name}.PIPE, text=True`,
      },
      { path, span: { start: call.span.end, end: call.span.end + read.length }, text: '.stdout' },
    ],
  };
}
