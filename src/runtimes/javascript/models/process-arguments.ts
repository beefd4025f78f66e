import type { Rewrite } from '#model/handler';
import { wordsOf } from '#runtimes/binding/words';
import type { CallView } from '#runtimes/engine/view';
import type { Edit } from '#source/edit';
import type { Expression } from '#syntax/code/form';

/**
 * The program with a list of arguments instead of a line for a shell. Only of a command that is a plain sequence of words, where the
 * function that takes a list can be had where the other one came from.
 */
export function withArguments(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [first, second] = node?.args ?? [];
  if (node?.how !== 'call' || !first || first.spread || (view.arg(0)?.taints.length ?? 0) === 0) return undefined;
  const { file } = view.context.frame.module.code;
  const name = file.slice(node.callee.span);
  const match = /^(?:\w{1,40}\.)?(exec|execSync)$/.exec(name);
  if (!match || (second && !isPlainOption(second.value))) return undefined;
  const other = match[1] === 'exec' ? 'execFile' : 'execFileSync';
  const command = wordsOf(view, first.value);
  if (!command) return undefined;
  const edits: Edit[] = [
    ...command.edits,
    { path: file.path, span: command.span, text: `${command.program}, [${command.words.join(', ')}]` },
    { path: file.path, span: node.callee.span, text: name.replace(/exec(?:Sync)?$/, other) },
  ];
  if (!name.includes('.')) {
    const imported = importOf(file.text, match[1] ?? '', other);
    if (imported === undefined) return undefined;
    if (imported.text !== '') edits.push({ path: file.path, ...imported });
  }
  return { title: 'Pass the arguments as a list, without a shell', applicability: 'unsafe', edits };
}

/** Options and callbacks that bring no shell back. */
function isPlainOption(node: Expression): boolean {
  if (node.kind !== 'object') return node.kind === 'function';
  return node.entries.every((one) => !('spread' in one) && typeof one.key === 'string' && one.key !== 'shell');
}

/** Where the name has to be added: at the one that is imported already, alone or with others, from Node's module. */
function importOf(
  text: string,
  name: string,
  other: string,
): { readonly span: { readonly start: number; readonly end: number }; readonly text: string } | undefined {
  const names =
    /\{([^{}]{0,300})\}\s{0,10}(?:=\s{0,10}require\(\s{0,5}|from\s{0,10})['"](?:node:)?child_process['"]/.exec(text);
  if (!names) return undefined;
  const [, inside = ''] = names;
  if (new RegExp(String.raw`\b${other}\b`).test(inside)) return { span: { start: 0, end: 0 }, text: '' };
  const at = new RegExp(String.raw`\b${name}\b(?!\s{0,5}(?::|as\b))`).exec(inside);
  if (!at) return undefined;
  const end = names.index + 1 + at.index + name.length;
  return { span: { start: end, end }, text: `, ${other}` };
}
