import type { Rewrite } from '#model/handler';
import type { Machine } from '#runtimes/engine/machine';
import type { Constant, Obj, Value } from '#runtimes/engine/value';
import type { CallView } from '#runtimes/engine/view';
import type { Location, SourceFile } from '#source/file';
import type { Span } from '#source/span';
import type { Argument } from '#syntax/code/form';

/** A field that an object surely has, with the object that it stands in. */
export interface Field {
  readonly owner: Obj;
  readonly name: string;
  readonly value: Value;
}

/** A field of what a value may be, by the names that lead to it, as far as the code itself makes the objects. */
export function fieldAt(machine: Machine, value: Value | undefined, names: readonly string[]): Field | undefined {
  const [name, ...others] = names;
  if (name === undefined) return undefined;
  for (const owner of value?.objects ?? []) {
    const cell = owner.fields.get(name);
    const inside = cell && machine.state.get(cell);
    if (!inside) continue;
    if (others.length === 0) return { owner, name, value: inside };
    const below = fieldAt(machine, inside, others);
    if (below) return below;
  }
  return undefined;
}

/** Fields that are looked at in one value. */
const MAX_FIELDS = 120;

/** Every field of a value and of what it holds, with its name. */
export function fieldsOf(machine: Machine, value: Value, depth = 3, found: Field[] = []): readonly Field[] {
  for (const owner of value.objects) {
    for (const [name, cell] of owner.fields) {
      const inside = machine.state.get(cell);
      if (!inside || found.length >= MAX_FIELDS) continue;
      found.push({ owner, name, value: inside });
      if (depth > 1) fieldsOf(machine, inside, depth - 1, found);
    }
  }
  return found;
}

/** The only constant that a value is. */
export function only(value: Value | undefined): Constant | undefined {
  if (!value || value.open || value.constants.length !== 1 || value.taints.length > 0) return undefined;
  return value.constants[0];
}

/** The only text that a value is. */
export function textOf(value: Value | undefined): string | undefined {
  const known = only(value);
  return typeof known === 'string' ? known : undefined;
}

/** Whether a value is one map of the code's own, of which every field is known. */
export function isWholeObject(machine: Machine, value: Value | undefined): boolean {
  const [one] = value?.objects ?? [];
  if (!value || value.open || value.objects.length !== 1 || !one || value.constants.length > 0) return false;
  return one.kind === 'map' && [one.rest, one.spread].every((cell) => machine.state.get(cell) === undefined);
}

/** What a value starts with, as far as that is constant. */
export function headOf(value: Value | undefined): { readonly text: string; readonly whole: boolean } | undefined {
  const known = textOf(value);
  if (known !== undefined) return { text: known, whole: true };
  const head = value?.text?.[0];
  return typeof head === 'string' ? { text: head, whole: false } : undefined;
}

/**
 * Where a field is written in the literal that makes its object: its name and its value.
 * @param written what the value looks like, a regular expression's source
 * @returns undefined when the literal does not have it in exactly one place
 */
export function writtenField(
  { owner, name }: Field,
  written: string,
): { readonly at: Location; readonly value: Location } | undefined {
  const { at } = owner;
  if (!at) return undefined;
  const text = at.file.slice(at.span);
  if (text.length > 20_000) return undefined;
  const known = name.replaceAll(/[^\w-]/g, '\\$&');
  const matches = [
    ...text.matchAll(new RegExp(`(?<![\\w$.])(["']?)${known}\\1(\\s{0,20}:\\s{0,20})(${written})`, 'g')),
  ];
  const [match] = matches;
  if (!match || matches.length !== 1) return undefined;
  const start = at.span.start + match.index;
  const end = start + match[0].length;
  return {
    at: { file: at.file, span: { start, end } },
    value: { file: at.file, span: { start: end - (match[3] ?? '').length, end } },
  };
}

/** A rewrite of one place. */
export function replacing(title: string, { file, span }: Location, text: string): Rewrite {
  return { title, applicability: 'unsafe', edits: [{ path: file.path, span, text }] };
}

/**
 * A rewrite of what is assigned to a target, where that is written right behind it and is all of it.
 * @param target the place of what is assigned to
 * @param written what the value looks like
 */
export function reassigning(
  title: string,
  { file, span }: Location,
  written: RegExp,
  text: (value: string) => string,
): Rewrite | undefined {
  const [head = '', value = ''] =
    /^\s{0,20}=\s{0,20}([^\s;#]{1,80})(?=[ \t]*(?:[;#]|\/\/|\r?\n|$))/.exec(
      file.text.slice(span.end, span.end + 200),
    ) ?? [];
  if (!written.test(value)) return undefined;
  const end = span.end + head.length;
  return replacing(title, { file, span: { start: end - value.length, end } }, text(value));
}

/** A keyword argument as it is written: `verify=False`. */
export function keyword(view: CallView, name: string): Argument | undefined {
  return view.node?.args.find((one) => one.name === name);
}

/** A rewrite that gives a call one more argument, after the others. */
export function withArgument(view: CallView, title: string, text: string): Rewrite | undefined {
  const { node } = view;
  if (node?.how === 'tagged' || !node) return undefined;
  const { file } = view.context.frame.module.code;
  const end = node.argsSpan.end - 1;
  if (file.text[end] !== ')') return undefined;
  const last = node.args.at(-1);
  if (!last) return replacing(title, { file, span: { start: end, end } }, text);
  const between = file.text.slice(last.span.end, end);
  if (!/^\s*,?\s*$/.test(between)) return undefined;
  return replacing(
    title,
    { file, span: { start: last.span.end, end: last.span.end } },
    following(file, last.span, end) + text,
  );
}

/** What comes between the last of several and one more: a new line where the last one stands on lines of its own. */
export function following({ text }: SourceFile, last: Span, close: number): string {
  const head = text.slice(text.lastIndexOf('\n', last.start - 1) + 1, last.start);
  const [, lineBreak] = /^,?[ \t]*(\r?\n)\s*$/.exec(text.slice(last.end, close)) ?? [];
  return lineBreak !== undefined && /^[ \t]*$/.test(head) ? `,${lineBreak}${head}` : ', ';
}

/** A rewrite that gives an object's literal one more field, after the others. */
export function withField(view: CallView, title: string, at: number, text: string): Rewrite | undefined {
  const node = view.expression(at);
  if (node?.kind !== 'object') return undefined;
  const { file } = view.context.frame.module.code;
  const last = node.entries.at(-1);
  if (!last) {
    const inside = { start: node.span.start + 1, end: node.span.end - 1 };
    return file.slice(inside).trim() === '' ? replacing(title, { file, span: inside }, ` ${text} `) : undefined;
  }
  const { end } = last.span;
  return replacing(title, { file, span: { start: end, end } }, following(file, last.span, node.span.end - 1) + text);
}
