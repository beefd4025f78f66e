import type { Rewrite } from '#model/handler';
import { addressPlace, HOLE, markupPlace } from '#runtimes/binding/markup';
import { writtenOf } from '#runtimes/binding/units';
import type { Machine } from '#runtimes/engine/machine';
import { PUT_INTO_TEXT } from '#runtimes/engine/operators';
import type { Step, Taint } from '#runtimes/engine/value';
import { importedModule, importedName } from '#runtimes/python/imports';
import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';
import type { CodeModule, Expression } from '#syntax/code/form';

/** A value to be escaped. */
interface Target {
  readonly code: CodeModule;
  readonly node: Expression;
  /** The template or the whole sum that it stands in. */
  readonly holder: Expression;
  /** Whether it stands within an address, where another encoding is needed. */
  readonly isAddress: boolean;
}

/** Values of one page that are escaped by one fix. */
const MAX_VALUES = 12;

/**
 * Escapes values where they are put into markup, so that they stay text there. Undefined where it is not certain that this is enough, or
 * where a value gets there otherwise than in a template or a sum that holds the markup itself.
 * @param taints what reaches the page unescaped
 */
export function escaped(machine: Machine, taints: readonly Taint[]): Rewrite | undefined {
  const targets = new Map<string, Target>();
  for (const taint of taints) {
    const target = targetOf(machine, taint);
    if (!target) return undefined;
    for (const one of alike(target)) {
      const isAddress = inAddress(machine, one, taint);
      if (isAddress === undefined) return undefined;
      targets.set(`${one.code.file.path} ${one.node.span.start}`, { ...one, isAddress });
    }
  }
  if (targets.size === 0 || targets.size > MAX_VALUES) return undefined;
  const edits = new Map<string, Edit>();
  for (const target of targets.values()) {
    const { code, node, holder } = target;
    const escaper = escaperFor(machine, target);
    if (!escaper) return undefined;
    const { path } = code.file;
    const { start, end } = node.span;
    // What Python adds to a text is one.
    const isSummand = machine.language.name === 'python' && holder.kind === 'binary';
    const own: readonly Edit[] = [
      ...escaper.edits,
      { path, span: { start, end: start }, text: isSummand ? escaper.before.replace('str(', '') : escaper.before },
      { path, span: { start: end, end }, text: isSummand ? escaper.after.slice(1) : escaper.after },
    ];
    for (const edit of own) edits.set(JSON.stringify([edit.path, edit.span.start, edit.text]), edit);
  }
  return { title: 'Escape what is put into the page', applicability: 'unsafe', edits: [...edits.values()] };
}

/** Whether a value stands within an address; undefined where neither an encoding nor escaping is certain to be enough. */
function inAddress(machine: Machine, { code, holder, node }: Target, { path }: Taint): boolean | undefined {
  const before = textBefore(code, holder, node);
  if (before === undefined) return undefined;
  if (markupPlace(before)) return false;
  const address = addressPlace(textBefore(code, holder, node, HOLE) ?? '');
  if (!address) return undefined;
  const text = code.file.slice(node.span);
  // `encodeURIComponent` leaves the single quote as it is.
  if (machine.language.name === 'javascript' && address.quote === "'") return undefined;
  if (ENCODED.test(text) || ENCODED.test(path.at(-1) ?? '')) return undefined;
  if (address.part === 'path' && [text, path.at(-1) ?? ''].some((one) => SEVERAL_PARTS.test(one))) return undefined;
  return true;
}

/** What may be encoded already: it would be encoded twice. */
const ENCODED = /encod|quote|escap|\braw|%|query_?string/i;
/** Names of what may be several parts of a path, or more of an address than its path. */
const SEVERAL_PARTS =
  /(?:path|key|ur[il]|href|link|proxy|route|folder|dir|directory|prefix|suffix|query|search|params|qs)(?:name)?\W{0,8}$/i;

/** Where a value first becomes a part of markup. */
function targetOf(machine: Machine, taint: Taint): Target | undefined {
  const steps: Step[] = [];
  for (let step = taint.steps; step; step = step.before) if (step.text === PUT_INTO_TEXT) steps.unshift(step);
  for (const { at } of steps) {
    const code = machine.modules.get(at.file.path)?.code;
    const found = code && holderOf(code, at.span);
    if (!code || !found) continue;
    const whole = code.file.slice(found.holder.span);
    if (!/<\/?[a-z!]/i.test(whole)) continue;
    return { code, ...found, isAddress: false };
  }
  return undefined;
}

/** The template or the whole sum that a value stands in. */
function holderOf(
  code: CodeModule,
  span: Span,
): { readonly holder: Expression; readonly node: Expression } | undefined {
  const work: { readonly node: unknown; readonly sum: Expression | undefined }[] = [
    { node: code.body, sum: undefined },
  ];
  for (let next = work.pop(); next; next = work.pop()) {
    const { node, sum } = next;
    if (typeof node !== 'object' || node === null) continue;
    if (Array.isArray(node)) {
      for (const one of node as readonly unknown[]) work.push({ node: one, sum: undefined });
      continue;
    }
    const one = node as Expression;
    if (one.span && (one.span.start > span.start || one.span.end < span.end)) continue;
    if (one.kind === 'template') {
      const part = one.parts.find((each): each is Expression => typeof each !== 'string' && same(each.span, span));
      if (part) return { holder: one, node: part };
    }
    if (one.kind === 'binary' && one.operator === '+') {
      const whole = sum ?? one;
      const side = [one.left, one.right].find((each) => same(each.span, span));
      if (side && !(side.kind === 'binary' && side.operator === '+')) return { holder: whole, node: side };
      work.push({ node: one.right, sum: undefined }, { node: one.left, sum: whole });
      continue;
    }
    for (const inner of Object.values(one)) if (typeof inner === 'object') work.push({ node: inner, sum: undefined });
  }
  return undefined;
}

function same(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** A value, and the same one where it stands in the same text again: its mark is there once. */
function alike(target: Target): readonly Target[] {
  const { code, node, holder } = target;
  const own = code.file.slice(node.span);
  return piecesOf(holder).flatMap((one) => (code.file.slice(one.span) === own ? [{ ...target, node: one }] : []));
}

/** The values of a template; the summands of a sum. */
function piecesOf(holder: Expression): readonly Expression[] {
  if (holder.kind === 'template') return holder.parts.filter((part): part is Expression => typeof part !== 'string');
  const pieces: Expression[] = [];
  let one: Expression = holder;
  for (; one.kind === 'binary' && one.operator === '+'; one = one.left) pieces.unshift(one.right);
  return [one, ...pieces];
}

/**
 * The constant text before a value in its template or sum.
 * @param hole what stands for each value before it
 */
function textBefore(code: CodeModule, holder: Expression, node: Expression, hole = ''): string | undefined {
  if (holder.kind === 'template') {
    let before = '';
    for (const part of holder.parts) {
      if (part === node) return before;
      before += typeof part === 'string' ? part : hole;
    }
    return undefined;
  }
  let before = '';
  for (const piece of piecesOf(holder)) {
    if (piece === node) return before;
    if (piece.kind === 'literal' && typeof piece.value === 'string') before += piece.value;
    // Text with values in it is read as it is written.
    else if (piece.kind === 'template')
      before += code.file.slice(piece.span).replace(/^[fF]?(?:"""|'''|["'`])|(?:"""|'''|["'`])$/g, '');
    else before += hole;
  }
  return undefined;
}

interface Escaper {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
}

function escaperFor(machine: Machine, { code, node, holder, isAddress }: Target): Escaper | undefined {
  if (machine.language.name === 'python') return isAddress ? pythonEncoder(code, node, holder) : pythonEscaper(code);
  if (!isAddress) return javascriptEscaper(code);
  if (/\b(?:const|let|var|function)\s+(?:encodeURIComponent|String)\b/.test(code.file.text)) return undefined;
  // TypeScript's takes no value that may be undefined.
  return code.language === 'javascript'
    ? { before: 'encodeURIComponent(', after: ')', edits: [] }
    : { before: 'encodeURIComponent(String(', after: '))', edits: [] };
}

/** `quote` with nothing left as it is: https://docs.python.org/3/library/urllib.parse.html#urllib.parse.quote */
function pythonEncoder(code: CodeModule, node: Expression, holder: Expression): Escaper | undefined {
  const around = writtenOf(code.file, holder, 'python')?.tokens.find(
    ({ span, prefix }) => prefix !== '' && span.start < node.span.start && node.span.end < span.end,
  );
  const own = (code.file.text.match(/"/g) ?? []).length > (code.file.text.match(/'/g) ?? []).length ? '""' : "''";
  const empty = around ? (around.quote.startsWith("'") ? '""' : "''") : own;
  if (holder.kind === 'template' && !around) return undefined;
  const isKnown = code.body.some(
    (one) => one.kind === 'import' && one.source === 'urllib.parse' && one.bindings[0]?.how === 'root',
  );
  if (isKnown) return { before: 'urllib.parse.quote(str(', after: `), safe=${empty})`, edits: [] };
  const name = importedName(code, 'urllib.parse', 'quote');
  return name && { before: 'quote(str(', after: `), safe=${empty})`, edits: name.edits };
}

function pythonEscaper(code: CodeModule): Escaper | undefined {
  const module = importedModule(code, 'html');
  if (module) return { before: 'html.escape(str(', after: '))', edits: module.edits };
  const name = importedName(code, 'html', 'escape');
  return name && { before: 'escape(str(', after: '))', edits: name.edits };
}

/** Packages that escape, and how: https://www.npmjs.com/package/he, https://www.npmjs.com/package/escape-html */
const PACKAGES: Readonly<Record<string, string>> = {
  he: '.encode',
  'escape-html': '',
  'lodash.escape': '',
  validator: '.escape',
};

function javascriptEscaper(code: CodeModule): Escaper | undefined {
  const { file } = code;
  for (const [name, method] of Object.entries(PACKAGES)) {
    const quoted = name.replace('.', String.raw`\.`);
    const [, required, imported] =
      new RegExp(
        String.raw`(?:\b(?:const|let|var)\s+(\w+)\s*=\s*require\(\s*|\bimport\s+(\w+)\s+from\s+)['"]${quoted}['"]`,
      ).exec(file.text) ?? [];
    const local = required ?? imported;
    if (local !== undefined) return { before: `${local}${method}(`, after: ')', edits: [] };
  }
  if (/\bfunction\s+escapeHtml\s*\(/.test(file.text)) return { before: 'escapeHtml(', after: ')', edits: [] };
  if (/\bescapeHtml\b/.test(file.text)) return undefined;
  const end = { start: file.text.length, end: file.text.length };
  return {
    before: 'escapeHtml(',
    after: ')',
    edits: [{ path: file.path, span: end, text: functionFor(file, code.language !== 'javascript') }],
  };
}

/** A function for the end of the file, as the author indents and quotes. */
function functionFor({ text, eol }: SourceFile, isTyped: boolean): string {
  const quote = (text.match(/"/g) ?? []).length > (text.match(/'/g) ?? []).length ? '"' : "'";
  const [, indentation = '  '] = /\n([ \t]+)\S/.exec(text) ?? [];
  const replacements = [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
    ["'", '&#39;'],
  ].map(([sign, entity]) => `${indentation}${indentation}.replace(/${sign}/g, ${quote}${entity}${quote})`);
  const semicolon = /;[ \t]*\r?\n/.test(text) ? ';' : '';
  const lines = [
    `function escapeHtml(value${isTyped ? ': unknown' : ''})${isTyped ? ': string' : ''} {`,
    `${indentation}return String(value)`,
    ...replacements.slice(0, -1),
    `${replacements.at(-1) ?? ''}${semicolon}`,
    '}',
    '',
  ];
  return `${/\n$/.test(text) ? '' : eol}${eol}${lines.join(eol)}`;
}
