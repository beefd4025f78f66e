import type { Rewrite } from '#model/handler';
import type { CallView } from '#runtimes/engine/view';
import type { Edit } from '#source/edit';

/** Words of a command that no shell reads anything into. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/**
 * The program with a list of arguments instead of a line for a shell. Only of a template in the call itself that is a plain sequence
 * of words, where the function that takes a list can be had where the other one came from.
 */
export function withArguments(view: CallView): Rewrite | undefined {
  const { node } = view;
  const [first] = node?.args ?? [];
  if (node?.how !== 'call' || first?.value.kind !== 'template') return undefined;
  const { file } = view.context.frame.module.code;
  const name = file.slice(node.callee.span);
  const match = /^(?:\w{1,40}\.)?(exec|execSync)$/.exec(name);
  if (!match) return undefined;
  const other = match[1] === 'exec' ? 'execFile' : 'execFileSync';
  const words = wordsOf(
    first.value.parts.map((part) => (typeof part === 'string' ? part : file.slice(part.span))),
    first.value.parts.map((part) => typeof part === 'string'),
  );
  const [program, ...others] = words ?? [];
  if (!program || program.startsWith('`') || !program.startsWith("'")) return undefined;
  const edits: Edit[] = [
    { path: file.path, span: first.span, text: `${program}, [${others.join(', ')}]` },
    { path: file.path, span: node.callee.span, text: name.replace(/exec(?:Sync)?$/, other) },
  ];
  if (!name.includes('.')) {
    const imported = importOf(file.text, match[1] ?? '', other);
    if (imported === undefined) return undefined;
    if (imported.text !== '') edits.push({ path: file.path, ...imported });
  }
  return { title: 'Pass the arguments as a list, without a shell', applicability: 'unsafe', edits };
}

/** The words of a template, each as code; undefined where the shell does more than to split it at blanks. */
function wordsOf(parts: readonly string[], isText: readonly boolean[]): readonly string[] | undefined {
  const words: { text: string; hasValue: boolean }[] = [];
  let open = false;
  for (const [index, part] of parts.entries()) {
    if (!isText[index]) {
      if (/[`\n]/.test(part)) return undefined;
      const last = words.at(-1);
      if (open && last) {
        last.text += `\${${part}}`;
        last.hasValue = true;
      } else words.push({ text: `\${${part}}`, hasValue: true });
      open = true;
      continue;
    }
    const pieces = part.split(/( +)/);
    for (const piece of pieces) {
      if (piece === '') continue;
      if (/^ +$/.test(piece)) {
        open = false;
        continue;
      }
      if (!PLAIN.test(piece)) return undefined;
      const last = words.at(-1);
      if (open && last) last.text += piece;
      else words.push({ text: piece, hasValue: false });
      open = true;
    }
  }
  return words.map(({ text, hasValue }) => {
    if (!hasValue) return `'${text}'`;
    const alone = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
    return alone ?? `\`${text}\``;
  });
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
