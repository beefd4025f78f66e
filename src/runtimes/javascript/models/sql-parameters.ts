import type { Rewrite } from '#model/handler';
import type { CallView } from '#runtimes/engine/view';
import type { Edit } from '#source/edit';
import type { Expression, Template } from '#syntax/code/form';

/** How a driver writes a parameter: `$1`, `$2` … or `?`. */
export type Placeholder = '$' | '?';

/** Where a value may stand without quotes: not where a name or a piece of the statement may. */
const VALUE_POSITION = /(?:[^<>=!]=|<>|!=|[<>]=?|\b(?:i?like)|\bvalues\s*\((?:[^()]*,)?)\s*$/i;

/**
 * The statement with parameters instead of values in its text, and the values in a list behind it. Only of a template in the call
 * itself that has no parameters yet, and only where every value stands where a parameter may.
 */
export function withParameters(view: CallView, placeholder: Placeholder): Rewrite | undefined {
  const { node } = view;
  const [first] = node?.args ?? [];
  if (node?.how !== 'call' || node.args.length !== 1 || !first || first.spread || first.name) return undefined;
  if (first.value.kind !== 'template') return undefined;
  const { file } = view.context.frame.module.code;
  const found = parametersOf(first.value, (start, end) => file.text.slice(start, end), placeholder);
  if (!found) return undefined;
  const values = `, [${found.values.join(', ')}]`;
  const edits: Edit[] = found.places.map(({ start, end, text }) => ({ path: file.path, span: { start, end }, text }));
  edits.push({ path: file.path, span: { start: first.span.end, end: first.span.end }, text: values });
  return { title: 'Bind the values as parameters', applicability: 'unsafe', edits };
}

/**
 * The same for an object of parameters, `{ Statement: `…` }`: the values go into a field of their own behind the statement. Only where
 * the object is written in the call and has no such field yet.
 */
export function withParameterField(view: CallView, field: string, parameters: string): Rewrite | undefined {
  const [first] = view.node?.args ?? [];
  if (view.node?.args.length !== 1 || first?.value.kind !== 'object') return undefined;
  const { entries } = first.value;
  const entry = entries.find((one) => !('spread' in one) && one.key === field);
  if (!entry || 'spread' in entry || entry.value.kind !== 'template') return undefined;
  if (entries.some((one) => 'spread' in one || one.key === parameters)) return undefined;
  const { file } = view.context.frame.module.code;
  const found = parametersOf(entry.value, (start, end) => file.text.slice(start, end), '?');
  if (!found || found.values.length === 0) return undefined;
  const edits: Edit[] = found.places.map(({ start, end, text }) => ({ path: file.path, span: { start, end }, text }));
  const line = file.lineSpan(file.position(entry.span.start).line);
  const indentation = /^[ \t]*/.exec(file.text.slice(line.start, entry.span.start))?.[0] ?? '';
  const isAlone = line.start + indentation.length === entry.span.start;
  const text = `,${isAlone ? `${file.eol}${indentation}` : ' '}${parameters}: [${found.values.join(', ')}]`;
  edits.push({ path: file.path, span: { start: entry.span.end, end: entry.span.end }, text });
  return { title: 'Bind the values as parameters', applicability: 'unsafe', edits };
}

interface Found {
  readonly places: readonly { readonly start: number; readonly end: number; readonly text: string }[];
  readonly values: readonly string[];
}

function parametersOf(
  template: Template,
  slice: (start: number, end: number) => string,
  placeholder: Placeholder,
): Found | undefined {
  const whole = slice(template.span.start, template.span.end);
  // A statement that has parameters already, comments or a body in dollars is not touched.
  if (!whole.startsWith('`') || /\$\d|\?|--|\/\*|\$\$/.test(whole.replaceAll(/\$\{[^}]*\}/g, ''))) return undefined;
  const expressions = template.parts.filter((part): part is Expression => typeof part !== 'string');
  if (expressions.length === 0) return undefined;
  const places: { start: number; end: number; text: string }[] = [];
  const values: string[] = [];
  let before = '';
  let from = template.span.start + 1;
  for (const [index, expression] of expressions.entries()) {
    const start = openingOf(slice, from, expression.span.start);
    const next = expressions[index + 1];
    const end = closingOf(slice, expression.span.end, next?.span.start ?? template.span.end);
    if (start === undefined || end === undefined) return undefined;
    before += slice(from, start);
    const limit = next ? openingOf(slice, end, next.span.start) : template.span.end - 1;
    if (limit === undefined) return undefined;
    const after = slice(end, limit);
    const value = slice(expression.span.start, expression.span.end);
    if (/[`\n]/.test(value)) return undefined;
    // The name of a table cannot be bound, and stays as it is.
    if (before.endsWith('"') && after.startsWith('"')) {
      before += slice(start, end);
      from = end;
      continue;
    }
    const text = placeholder === '$' ? `$${values.length + 1}` : '?';
    const quoted = quotedAround(before, after);
    if (quoted === 'open') return undefined;
    if (quoted) {
      places.push({ start: start - quoted.before.length - 1, end: end + quoted.after.length + 1, text });
      values.push(
        quoted.before === '' && quoted.after === '' ? value : `\`${quoted.before}\${${value}}${quoted.after}\``,
      );
      before = `${before.slice(0, before.length - quoted.before.length - 1)}${text}`;
      from = end + quoted.after.length + 1;
    } else {
      if (!VALUE_POSITION.test(before)) return undefined;
      if (/^[\w.'"`]/.test(after)) return undefined;
      places.push({ start, end, text });
      values.push(value);
      before += text;
      from = end;
    }
  }
  // What is left must not be inside of a text that was opened before.
  const isWhole = isBalanced(`${before}${slice(from, template.span.end - 1)}`);
  return isWhole && values.length > 0 ? { places, values } : undefined;
}

/** What stands between the quotes around a value: nothing, or the wildcards of a pattern. `open` where it is inside of a longer text. */
function quotedAround(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } | 'open' | undefined {
  if (isBalanced(before)) return undefined;
  const head = /'([%_]{0,3})$/.exec(before);
  const tail = /^([%_]{0,3})'(?!')/.exec(after);
  if (!head || !tail) return 'open';
  return isBalanced(before.slice(0, head.index)) ? { before: head[1] ?? '', after: tail[1] ?? '' } : 'open';
}

function isBalanced(text: string): boolean {
  return (text.split("'").length - 1) % 2 === 0;
}

/** Where the `${` of an expression starts. */
function openingOf(slice: (start: number, end: number) => string, from: number, at: number): number | undefined {
  const match = /\$\{\s{0,40}$/.exec(slice(Math.max(from, at - 60), at));
  return match ? at - match[0].length : undefined;
}

function closingOf(slice: (start: number, end: number) => string, at: number, limit: number): number | undefined {
  const match = /^\s{0,40}\}/.exec(slice(at, Math.min(limit, at + 60)));
  return match ? at + match[0].length : undefined;
}
