import { withOrigin } from '#frameworks/terraform/origin';
import { type Part, partsOf, Text } from '#model/text';
import type { SetValue, Value } from '#model/value';
import type { Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import type { Span } from '#source/span';
import type { DataNode, Document } from '#syntax/document';
import type { HclDocument } from '#syntax/hcl/ast';
import { parseDocument } from '#syntax/parse';

/** A place of a heredoc that is filled in, and what it is filled in with. */
export interface Filled {
  readonly span: Span;
  readonly value: Value;
}

/** A heredoc that a text was made of. */
export interface Heredoc {
  readonly document: HclDocument;
  /** The whole, from `<<` on. */
  readonly span: Span;
  readonly filled: readonly Filled[];
  /** Why the text must not be edited; undefined when it may. */
  readonly fixed: string | undefined;
}

const HEREDOCS = new WeakMap<object, Heredoc>();

/** Remembers the heredoc that a text was made of; gives the same object back. */
export function withHeredoc<T extends Value>(text: T, heredoc: Heredoc): T {
  HEREDOCS.set(text, heredoc);
  return text;
}

/** The heredoc that a text was made of. */
export function heredocOf(text: Value): Heredoc | undefined {
  return HEREDOCS.get(text);
}

/** Stands for each character of what is filled in. */
const MASK = '\uE000';
const MAX_DEPTH = 100;

/** What an edit of the JSON of a heredoc works on: a document of the same offsets in which all else is blank. */
export interface MaskedJson {
  readonly document: Document;
  readonly of: HclDocument;
}

/**
 * The JSON that stands in a heredoc, every value at its own place. Undefined when it is not JSON as it stands, so that it is to be
 * read from what the template makes.
 * @param decode what is filled in without quotes is JSON itself
 */
export function heredocJson(heredoc: Heredoc, decode: (value: Value) => Value): Value | undefined {
  const { document: of, span, filled } = heredoc;
  const { text } = of.file;
  const start = text.indexOf('\n', span.start) + 1;
  const closing = text.slice(start, span.end).replace(/\s+$/, '');
  const end = start + closing.lastIndexOf('\n') + 1;
  if (start === 0 || end <= start) return undefined;
  const masked = maskedText(text, start, end, filled);
  const document = parseDocument(
    new SourceFile('heredoc.json', masked, of.file.editable && heredoc.fixed === undefined),
  );
  if (!document.root || document.problems.length > 0) return undefined;
  const reader = new Reader({ document, of }, heredoc, decode);
  return reader.value(document.root, 0);
}

/** The file with all but the JSON blank, and what is filled in as strings of the mask, at the same offsets. */
function maskedText(text: string, start: number, end: number, filled: readonly Filled[]): string {
  let masked = ' '.repeat(start);
  let at = start;
  let quoted = false;
  const copy = (to: number): void => {
    for (; at < to; at += 1) {
      const sign = text[at] ?? '';
      if (sign === '\\' && quoted) {
        masked += sign + (text[at + 1] ?? '');
        at += 1;
        continue;
      }
      if (sign === '"') quoted = !quoted;
      masked += sign;
    }
  };
  for (const { span } of filled) {
    if (span.start < at || span.end > end) return '';
    copy(span.start);
    const length = span.end - span.start;
    masked += quoted ? MASK.repeat(length) : `"${MASK.repeat(Math.max(0, length - 2))}"`;
    at = span.end;
  }
  copy(end);
  return masked + ' '.repeat(Math.max(0, text.length - end));
}

class Reader {
  constructor(
    readonly masked: MaskedJson,
    readonly heredoc: Heredoc,
    readonly decode: (value: Value) => Value,
  ) {}

  value(node: DataNode, depth: number, key?: Span): Value {
    const { file } = this.masked.of;
    const at = { file, span: node.span };
    const own = key ? { key: { file, span: key } } : {};
    const origin =
      this.heredoc.fixed === undefined
        ? ({ kind: 'json', masked: this.masked, node } as const)
        : ({ kind: 'fixed', why: this.heredoc.fixed } as const);
    const set = (data: SetValue['data']): Value => withOrigin({ kind: 'set', at, data, ...own }, origin);
    if (depth > MAX_DEPTH) return { kind: 'unknown', at, why: 'JSON nested too deeply' };
    if (node.kind === 'list') return set(node.items.map((item) => this.value(item, depth + 1)));
    if (node.kind === 'map')
      return set(
        new Map(
          node.entries.map((entry) => [
            String(Text.of(this.#parts(entry.key, entry.keySpan))),
            this.value(entry.value, depth + 1, entry.keySpan),
          ]),
        ),
      );
    const { value } = node;
    if (typeof value !== 'string' || !value.includes(MASK))
      return set(typeof value === 'string' ? unescaped(value) : value);
    const alone = this.heredoc.filled.find(({ span }) => span.start === node.span.start && span.end === node.span.end);
    if (alone) return this.decode(alone.value);
    return set(Text.of(this.#parts(value, node.span)));
  }

  /** A string's parts: what is filled in stands where its mask does, in the order of both. */
  #parts(text: string, span: Span): readonly Part[] {
    if (!text.includes(MASK)) return [unescaped(text)];
    const filled = this.heredoc.filled.filter((one) => one.span.start >= span.start && one.span.end <= span.end);
    const parts: Part[] = [];
    let rest = text;
    for (const { span: own, value } of filled) {
      const open = rest.indexOf(MASK);
      if (open === -1) break;
      parts.push(unescaped(rest.slice(0, open)), ...partsIn(value));
      rest = rest.slice(open + own.end - own.start);
    }
    return [...parts, unescaped(rest)];
  }
}

/** In a heredoc `$${` stands for `${`. */
function unescaped(text: string): string {
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}

function partsIn(value: Value): readonly Part[] {
  if (value.kind === 'unknown')
    return [{ kind: 'hole', why: value.why, ...(value.parameter === undefined ? {} : { name: value.parameter }) }];
  if (value.kind !== 'set') return [{ kind: 'hole', why: 'depends on a condition' }];
  const { data } = value;
  if (data instanceof Text || typeof data === 'string') return partsOf(data);
  if (data === null || typeof data !== 'object') return [String(data ?? '')];
  return [{ kind: 'hole', why: 'not a string' }];
}

/** Edits of the masked document as edits of the file; undefined when they would write over what is filled in. */
export function unmasked({ of }: MaskedJson, edits: readonly Edit[] | undefined): readonly Edit[] | undefined {
  if (!edits || edits.some((edit) => edit.text.includes(MASK) || edit.text.includes('<<'))) return undefined;
  return edits.map((edit) => ({ ...edit, path: of.file.path }));
}
