import type { Rewrite } from '#model/handler';
import { BUILT_IN, type Words, wordsOf } from '#runtimes/binding/words';
import type { CallView } from '#runtimes/engine/view';
import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Argument, Expression, ObjectLiteral } from '#syntax/code/form';

const TITLE = 'Pass the arguments as a list, without a shell';

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
  if (node.callee.kind === 'name' && !/^exec(?:Sync)?$/.test(name))
    return promised(view, first.value, second?.value, name);
  const match = /^(?:\w{1,40}\.)?(exec|execSync)$/.exec(name);
  if (!match || (second && !isPlainOption(second.value))) return undefined;
  const other = match[1] === 'exec' ? 'execFile' : 'execFileSync';
  const command = wordsOf(view, first.value);
  if (!command) return undefined;
  const edits: Edit[] = [
    ...asArguments(file.path, command),
    { path: file.path, span: node.callee.span, text: name.replace(/exec(?:Sync)?$/, other) },
  ];
  if (!name.includes('.')) {
    const imported = importOf(file.text, match[1] ?? '', other);
    if (imported === undefined) return undefined;
    if (imported.text !== '') edits.push({ path: file.path, ...imported });
  }
  return { title: TITLE, applicability: 'unsafe', edits };
}

/** `const run = promisify(exec)`, where that is all that is done with it: `promisify(execFile)` answers the same. */
function promised(
  view: CallView,
  node: Expression,
  options: Expression | undefined,
  name: string,
): Rewrite | undefined {
  const { file } = view.context.frame.module.code;
  const { text, path } = file;
  const uses =
    text.match(new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`, 'g')) ?? [];
  const made =
    /^(?:const|let|var)\s+([\w$]{1,60})\s*=\s*(?:\w{1,40}\.)?promisify\(\s*((?:[\w.]{1,60}|require\(['"](?:node:)?child_process['"]\))\.)?exec\s*\)/gm;
  const [declared, ...others] = [...text.matchAll(made)].filter((one) => one[1] === name);
  if (!declared || others.length > 0 || uses.length !== 2) return undefined;
  if (options && (options.kind !== 'object' || !isPlainOption(options))) return undefined;
  const command = wordsOf(view, node);
  if (!command) return undefined;
  const end = declared.index + declared[0].lastIndexOf('exec') + 'exec'.length;
  const edits: Edit[] = [...asArguments(path, command), { path, span: { start: end, end }, text: 'File' }];
  if (declared[2] === undefined) {
    const imported = importOf(text, 'exec', 'execFile');
    if (imported === undefined) return undefined;
    const isAlone = (text.match(/\bexec\b/g) ?? []).length === 2;
    if (imported.text !== '') edits.push({ path, span: imported.span, text: isAlone ? 'File' : imported.text });
  }
  return { title: TITLE, applicability: 'unsafe', edits };
}

function asArguments(path: string, command: Words): readonly Edit[] {
  return [...command.edits, { path, span: command.span, text: `${command.program}, [${command.words.join(', ')}]` }];
}

/** Arguments of which a shell made nothing but themselves, unless somebody outside wrote them. */
function isPlainArgument(view: CallView, { value, spread }: Argument): boolean {
  if (spread) return false;
  if (value.kind === 'literal') return typeof value.value === 'string' && PLAIN.test(value.value);
  if (value.kind !== 'name' && value.kind !== 'member') return false;
  const { constants, taints, open } = view.machine.evaluate(value, view.context);
  if (constants.some((one) => typeof one !== 'string' || !PLAIN.test(one))) return false;
  return taints.some(({ origin }) => origin === 'event' || origin === 'stored') || (!open && constants.length > 0);
}

const PLAIN = /^[\w@%+=:,./-]{1,200}$/;

/** `spawn(`ls ${name}`, { shell: true })` and `spawn('ls', [name], { shell: true })` as `spawn('ls', [name])`. */
export function withoutShell(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [first, ...others] = node?.args ?? [];
  const options = others.at(-1);
  const list = others.length === 2 ? others[0] : undefined;
  if (node?.how !== 'call' || !first || first.spread || options?.value.kind !== 'object' || others.length > 2)
    return undefined;
  if (list && list.value.kind !== 'list') return undefined;
  const { file } = view.context.frame.module.code;
  const { path } = file;
  const before = list ?? first;
  const without = withoutField(file, options.value, 'shell', before.span.end);
  if (!without || options.spread || list?.spread) return undefined;
  const items = list?.value.kind === 'list' ? list.value.items : [];
  if (items.length > 0) {
    const program = first.value.kind === 'literal' ? String(first.value.value) : '';
    const isProgram = PLAIN.test(program) && !BUILT_IN.test(program);
    return isProgram && items.every((one) => isPlainArgument(view, one))
      ? { title: TITLE, applicability: 'unsafe', edits: [without] }
      : undefined;
  }
  const command = wordsOf(view, first.value);
  if (!command) return undefined;
  const empty: readonly Edit[] = list ? [{ path, span: { start: first.span.end, end: list.span.end }, text: '' }] : [];
  return { title: TITLE, applicability: 'unsafe', edits: [...asArguments(path, command), ...empty, without] };
}

/** Takes a field out of options, and options that hold nothing else out of the call. */
function withoutField(file: SourceFile, options: ObjectLiteral, name: string, before: number): Edit | undefined {
  const { path, text } = file;
  const entry = options.entries.find((one) => !('spread' in one) && one.key === name);
  if (!entry || options.entries.some((one) => 'spread' in one)) return undefined;
  if (!('value' in entry) || entry.value.kind !== 'literal' || entry.value.value !== true) return undefined;
  if (options.entries.length === 1) {
    const around = `${text.slice(options.span.start, entry.span.start)}${text.slice(entry.span.end, options.span.end)}`;
    const isPlain = /^\{\s*,?\s*\}$/.test(around) && /^\s*,\s*$/.test(text.slice(before, options.span.start));
    return isPlain ? { path, span: { start: before, end: options.span.end }, text: '' } : undefined;
  }
  const next = options.entries[options.entries.indexOf(entry) + 1];
  const last = options.entries[options.entries.indexOf(entry) - 1];
  const span = next
    ? { start: entry.span.start, end: next.span.start }
    : { start: last?.span.end ?? entry.span.start, end: entry.span.end };
  const rest = text.slice(span.start, span.end).replace(text.slice(entry.span.start, entry.span.end), '');
  return /^\s*,\s*$/.test(rest) ? { path, span, text: '' } : undefined;
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
