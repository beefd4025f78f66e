import type { Rewrite } from '#model/handler';
import { type Bound, bindValues } from '#runtimes/binding/bind';
import type { Dialect } from '#runtimes/binding/statement';
import type { ArgumentPath, CallView } from '#runtimes/engine/view';
import { following } from '#runtimes/observations/options';
import type { Edit } from '#source/edit';
import type { Call, Expression, ObjectLiteral } from '#syntax/code/form';

/** How a driver is handed the values of a statement. */
export type Binding = (view: CallView) => Rewrite | undefined;

const TITLE = 'Bind the values as parameters';

/** PostgreSQL's `$1`, of which the database finds out the types. */
export const DOLLAR: Dialect = { placeholder: '$', isTyped: true };
export const QUESTION: Dialect = { placeholder: '?' };
/** MySQL and SQLite, where `"…"` is a text. */
export const QUOTED: Dialect = { placeholder: '?', doubleQuotes: true };
/** A number in the statement is no text: only what stands in quotes is bound. */
export const TYPED: Dialect = { placeholder: '?', quotedOnly: true };
export const COLON: Dialect = { placeholder: ':n', isTyped: true };

/** For drivers that make a list or conditions of what is no text. */
export function asString(text: string): string {
  return /^(?:String\(|\w+\.toString\(\))/.test(text) ? text : `String(${text})`;
}

/**
 * The values in a list behind the statement, `query(text, [id])`; of a statement in a field, in a field beside it.
 * @param fields what the statement and the list are called where both stand in an object
 */
export function asList(
  dialect: Dialect,
  fields?: readonly [statement: string, values: string],
  asText?: (text: string) => string,
): Binding {
  return (view) => {
    const [first, second, ...more] = view.node?.args ?? [];
    if (!view.node || !first || first.spread || more.length > 0 || !isTold(view, 0, fields)) return undefined;
    if (first.value.kind === 'object')
      return second || !fields ? undefined : inField(view, first.value, fields, dialect, asText);
    if (second && second.value.kind !== 'function') return undefined;
    const bound = bindValues(view, first.value, dialect, asText);
    return bound && made(bound, [behindFirst(view, view.node, `[${bound.values.join(', ')}]`)]);
  };
}

/** The values in a field beside the statement: `{ Statement: …, Parameters: [id] }`. */
export function asField(statement: string, values: string, dialect: Dialect): Binding {
  return (view) => {
    const [first, ...more] = view.node?.args ?? [];
    if (first?.value.kind !== 'object' || more.length > 0) return undefined;
    return inField(view, first.value, [statement, values], dialect, undefined);
  };
}

/** The values in a field of the options behind the statement: `query(text, { replacements: [id] })`. */
export function asOption(field: string, dialect: Dialect, asText?: (text: string) => string): Binding {
  return (view) => {
    const { node } = view;
    const [first, second, ...more] = node?.args ?? [];
    if (!node || !first || first.spread || more.length > 0 || !isTold(view, 0)) return undefined;
    if (second && (second.value.kind !== 'object' || !mayTake(second.value, field, 'bind'))) return undefined;
    const bound = bindValues(view, first.value, dialect, asText);
    if (!bound) return undefined;
    const list = `${field}: [${bound.values.join(', ')}]`;
    if (second?.value.kind !== 'object') return made(bound, [behindFirst(view, node, `{ ${list} }`)]);
    return made(bound, [inObject(view, second.value, list)]);
  };
}

/** The values in an object by their names, behind a condition: `where('id = :id', { id })`. */
export function asNamed(dialect: Dialect, asText?: (text: string) => string): Binding {
  return (view) => {
    const [first, ...more] = view.node?.args ?? [];
    if (!view.node || !first || first.spread || more.length > 0 || !isTold(view, 0)) return undefined;
    const bound = bindValues(view, first.value, dialect, asText);
    if (!bound) return undefined;
    const fields = bound.values.map((value, at) =>
      value === bound.names[at] ? value : `${bound.names[at]}: ${value}`,
    );
    return made(bound, [behindFirst(view, view.node, `{ ${fields.join(', ')} }`)]);
  };
}

/** The values in a call behind it: `prepare(text).bind(id)`. */
export function asSuffix(method: string, dialect: Dialect): Binding {
  return (view) => {
    const { node } = view;
    if (node?.args.length !== 1 || !node.args[0] || !isTold(view, 0)) return undefined;
    const bound = bindValues(view, node.args[0].value, dialect);
    const { end } = node.span;
    return bound && made(bound, [edit(view, end, end, `.${method}(${bound.values.join(', ')})`)]);
  };
}

/** A call for each value before it: `request.input('id', id).query('… @id')`. */
export function asInputs(dialect: Dialect): Binding {
  return (view) => {
    const { node } = view;
    const { callee } = node ?? {};
    if (node?.args.length !== 1 || !node.args[0] || callee?.kind !== 'member' || !isTold(view, 0)) return undefined;
    const { file } = view.context.frame.module.code;
    // A request that is at hand by a name may have inputs of these names.
    if (!/(?:request\(\)|Request\([\w.]{0,40}\))$/.test(file.slice(callee.object.span))) return undefined;
    const bound = bindValues(view, node.args[0].value, dialect);
    if (!bound) return undefined;
    const at = callee.object.span.end;
    const dot = file.text.slice(at, callee.propertySpan.start);
    const calls = bound.values.map((value, index) => `${dot}input('${bound.names[index]}', ${value})`);
    return made(bound, [edit(view, at, at, calls.join(''))]);
  };
}

/** A statement for a tag that binds what stands in it: `$queryRaw`…``. Quotes around values go. */
export function asTag(from: string, to: string): Binding {
  return (view) => {
    const { node } = view;
    const [first, ...more] = node?.args ?? [];
    if (!node || first?.value.kind !== 'template' || more.length > 0 || node.callee.kind !== 'member') return undefined;
    const { file } = view.context.frame.module.code;
    const { propertySpan } = node.callee;
    if (file.slice(propertySpan) !== from || node.argsSpan.end !== node.span.end) return undefined;
    // A database that is told the type of each parameter compares no number with a text.
    const bound = bindValues(view, first.value, { placeholder: '$', isTyped: true, quotedOnly: true });
    if (!bound) return undefined;
    const edits = bound.edits.map((one, at) => ({ ...one, text: `\${${bound.values[at] ?? ''}}` }));
    return {
      title: `${TITLE}; a column that is no text needs a cast`,
      applicability: 'unsafe',
      edits: [
        ...edits,
        edit(view, propertySpan.start, propertySpan.end, to),
        edit(view, node.argsSpan.start, first.value.span.start, ''),
        edit(view, first.value.span.end, node.argsSpan.end, ''),
      ],
    };
  };
}

/** Whether somebody outside decides a part of the statement: only then it is looked at closely. */
function isTold(view: CallView, at: ArgumentPath, fields?: readonly [string, string]): boolean {
  if (view.node?.how !== 'call') return false;
  const values = [view.arg(at), ...(fields ? [view.arg(`${at}.${fields[0]}`)] : [])];
  return values.some((value) => (value?.taints.length ?? 0) > 0);
}

function inField(
  view: CallView,
  node: ObjectLiteral,
  [statement, values]: readonly [string, string],
  dialect: Dialect,
  asText: ((text: string) => string) | undefined,
): Rewrite | undefined {
  const entry = node.entries.find((one) => !('spread' in one) && one.key === statement);
  if (!entry || 'spread' in entry || !mayTake(node, values)) return undefined;
  const written: Expression = entry.value;
  const bound = bindValues(view, written, dialect, asText);
  if (!bound) return undefined;
  const { file } = view.context.frame.module.code;
  const line = file.lineSpan(file.position(entry.span.start).line);
  const indentation = /^[ \t]*/.exec(file.text.slice(line.start, entry.span.start))?.[0] ?? '';
  const isAlone = line.start + indentation.length === entry.span.start;
  const text = `,${isAlone ? `${file.eol}${indentation}` : ' '}${values}: [${bound.values.join(', ')}]`;
  return made(bound, [edit(view, entry.span.end, entry.span.end, text)]);
}

/** Whether an object has none of these fields, and surely none. */
function mayTake({ entries }: ObjectLiteral, ...fields: readonly string[]): boolean {
  return entries.every((one) => !('spread' in one) && typeof one.key === 'string' && !fields.includes(one.key));
}

function inObject(view: CallView, node: ObjectLiteral, text: string): Edit {
  const { file } = view.context.frame.module.code;
  const last = node.entries.at(-1);
  if (!last) return edit(view, node.span.start, node.span.end, `{ ${text} }`);
  return edit(view, last.span.end, last.span.end, following(file, last.span, node.span.end - 1) + text);
}

function behindFirst(view: CallView, node: Call, text: string): Edit {
  const { file } = view.context.frame.module.code;
  const [first, second] = node.args;
  const { end, start } = first?.span ?? { end: node.argsSpan.end - 1, start: node.argsSpan.start };
  const close = second ? second.span.start : node.argsSpan.end - 1;
  return edit(view, end, end, following(file, { start, end }, close) + text);
}

function edit(view: CallView, start: number, end: number, text: string): Edit {
  return { path: view.context.frame.module.code.file.path, span: { start, end }, text };
}

function made(bound: Bound, more: readonly Edit[]): Rewrite {
  return { title: TITLE, applicability: 'unsafe', edits: [...bound.edits, ...more] };
}
