import type { Unit } from '#runtimes/binding/statement';
import type { Edit } from '#source/edit';
import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';
import type { Expression } from '#syntax/code/form';

/** A statement as it is written in the code. */
export interface Written {
  readonly units: readonly Unit[];
  readonly values: readonly Expression[];
  /** The texts of the language that it is made of. */
  readonly tokens: readonly Token[];
  /** What has to go when no value is left in the text: `.format(…)`. */
  readonly without: readonly Edit[];
  /** The quote that a value at the end of a sum takes away from the text before it, by the value's place. */
  readonly closing: ReadonlyMap<number, string>;
  /** What else changes when a value goes from between two texts in different quotes, by the value's place. */
  readonly joined: ReadonlyMap<number, Edit>;
}

/** A text of the language, in quotes. */
export interface Token {
  readonly span: Span;
  readonly prefix: string;
  readonly quote: string;
}

/** Pieces that a statement is put together from. */
const MAX_PIECES = 60;

/**
 * The characters and values of a statement that is written as a template, as texts and values that are added, and in Python with `%` or
 * `.format`. Undefined for everything else.
 */
export function writtenOf(file: SourceFile, node: Expression, language: 'javascript' | 'python'): Written | undefined {
  const writer = new Writer(file, language);
  return writer.add(node) ? writer.finish() : undefined;
}

class Writer {
  readonly #units: Unit[] = [];
  readonly #values: Expression[] = [];
  readonly #tokens: Token[] = [];
  readonly #without: Edit[] = [];
  readonly #closing = new Map<number, string>();
  readonly #joined = new Map<number, Edit>();

  constructor(
    readonly file: SourceFile,
    readonly language: 'javascript' | 'python',
  ) {}

  finish(): Written {
    return {
      units: this.#units,
      values: this.#values,
      tokens: this.#tokens,
      without: this.#without,
      closing: this.#closing,
      joined: this.#joined,
    };
  }

  add(node: Expression): boolean {
    if (node.kind === 'template' || (node.kind === 'literal' && typeof node.value === 'string'))
      return this.#literal(node);
    if (this.language === 'python' && this.#formatted(node)) return true;
    return this.#sum(node);
  }

  #literal(node: Expression): boolean {
    const inside =
      node.kind === 'template' ? node.parts.filter((one): one is Expression => typeof one !== 'string') : [];
    return this.language === 'python' ? this.#strings(node.span, inside) : this.#template(node.span, inside);
  }

  /** `'…'` and `…${value}…` in backticks. */
  #template(span: Span, inside: readonly Expression[]): boolean {
    const { text } = this.file;
    const quote = text[span.start] ?? '';
    if (!/['"`]/.test(quote) || text[span.end - 1] !== quote) return false;
    this.#tokens.push({ span, prefix: '', quote });
    let at = span.start + 1;
    for (const value of inside) {
      const head = /\$\{\s{0,40}$/.exec(text.slice(Math.max(at, value.span.start - 60), value.span.start));
      const tail = /^\s{0,40}\}/.exec(text.slice(value.span.end, value.span.end + 60));
      if (!head || !tail) return false;
      const start = value.span.start - head[0].length;
      this.#chars(at, start);
      at = value.span.end + tail[0].length;
      this.#value(value, start, at);
    }
    this.#chars(at, span.end - 1);
    return true;
  }

  /** Python's texts, one or several side by side. */
  #strings(span: Span, inside: readonly Expression[]): boolean {
    const { text } = this.file;
    const waiting = [...inside];
    for (let at = span.start; at < span.end; ) {
      const [opening = '', prefix = '', quote = ''] =
        /^([A-Za-z]{0,2})("""|'''|"|')/.exec(text.slice(at, at + 5)) ?? [];
      if (opening === '' || !/^[fFuU]?$/.test(prefix)) return false;
      const isFormat = /f/i.test(prefix);
      const start = at;
      at += opening.length;
      for (;;) {
        if (at >= span.end) return false;
        if (text.startsWith(quote, at)) break;
        const two = text.slice(at, at + 2);
        if (isFormat && (two === '{{' || two === '}}')) {
          this.#units.push({ start: at, end: at + 2, char: two[0], value: undefined });
          at += 2;
        } else if (isFormat && text[at] === '{') {
          const value = waiting.shift();
          if (!value || !/^\{\s{0,40}$/.test(text.slice(at, value.span.start))) return false;
          const tail = /^\s{0,40}\}/.exec(text.slice(value.span.end, value.span.end + 60));
          if (!tail) return false;
          const end = value.span.end + tail[0].length;
          this.#value(value, at, end);
          at = end;
        } else {
          const size = /^\\['"]/.test(text.slice(at, at + 2)) ? 2 : 1;
          this.#chars(at, at + size);
          at += size;
        }
      }
      at += quote.length;
      this.#tokens.push({ span: { start, end: at }, prefix, quote });
      const [blank = ''] = /^(?:\s|\\\r?\n){0,400}/.exec(text.slice(at, span.end)) ?? [];
      at += blank.length;
    }
    return waiting.length === 0;
  }

  /** `'…' % value`, `'…' % (a, b)`, `'…'.format(a, name=b)`. */
  #formatted(node: Expression): boolean {
    if (node.kind === 'binary' && node.operator === '%' && isText(node.left)) {
      const values =
        node.right.kind === 'list' && node.right.of === 'tuple'
          ? node.right.items.map(({ spread, value }) => (spread ? undefined : value))
          : [node.right];
      if (
        values.includes(undefined) ||
        !/^\s*%\s*$/.test(this.file.text.slice(node.left.span.end, node.right.span.start).replace(/\($/, ''))
      )
        return false;
      return this.#filled(
        node.left.span,
        node.span.end,
        /^%(?:%|[sd])/,
        (field, index) => (field === '%%' ? '%' : values[index]),
        values.length,
      );
    }
    if (
      node.kind !== 'call' ||
      node.callee.kind !== 'member' ||
      node.callee.property !== 'format' ||
      !isText(node.callee.object)
    )
      return false;
    if (node.args.some(({ spread }) => spread)) return false;
    const plain = node.args.filter(({ name }) => name === undefined);
    return this.#filled(
      node.callee.object.span,
      node.span.end,
      /^(?:\{\{|\}\}|\{\w{0,60}\})/,
      (field, index) => {
        if (field === '{{' || field === '}}') return field[0];
        const name = field.slice(1, -1);
        return (
          /^\d*$/.test(name) ? plain[name === '' ? index : Number(name)] : node.args.find((one) => one.name === name)
        )?.value;
      },
      undefined,
    );
  }

  /** A text with fields that are filled in by what stands behind it. */
  #filled(
    span: Span,
    end: number,
    field: RegExp,
    filler: (field: string, index: number) => Expression | string | undefined,
    count: number | undefined,
  ): boolean {
    const from = this.#units.length;
    if (!this.#strings(span, [])) return false;
    const plain = this.#units.splice(from);
    const tokens = this.#tokens.filter((token) => token.span.start >= span.start);
    if (tokens.some(({ prefix }) => prefix !== '')) return false;
    let index = 0;
    for (let at = 0; at < plain.length; ) {
      const unit = plain[at];
      if (!unit) return false;
      const [match = ''] =
        unit.char === '%' || unit.char === '{' || unit.char === '}'
          ? (field.exec(this.file.text.slice(unit.start, Math.min(unit.start + 64, span.end))) ?? [])
          : [];
      if (match === '') {
        if (
          (unit.char === '%' && field.source.startsWith('^%')) ||
          ('{}'.includes(unit.char ?? ' ') && !field.source.startsWith('^%'))
        )
          return false;
        this.#units.push(unit);
        at++;
        continue;
      }
      const value = filler(match, index);
      if (value === undefined) return false;
      if (typeof value === 'string')
        this.#units.push({ start: unit.start, end: unit.start + match.length, char: value, value: undefined });
      else {
        index++;
        this.#value(value, unit.start, unit.start + match.length);
      }
      at += match.length;
    }
    if (count !== undefined && index !== count) return false;
    this.#without.push({ path: this.file.path, span: { start: span.end, end }, text: '' });
    return index > 0;
  }

  /** Whether the end of a sum can be written with the quotes of the text before it; then they are to be written. */
  #mayJoin(next: Expression, quote: string): boolean {
    const { text, path } = this.file;
    const inner = text.slice(next.span.start + 1, next.span.end - 1);
    const isPlain =
      next.kind === 'literal' && quote.length === 1 && quote !== '`' && /^["']/.test(text.slice(next.span.start));
    // The text before may only have this one as its neighbor in the same quotes: a quote that is consumed stands for both.
    if (!isPlain || inner.replace(/^'/, '').includes(quote) || inner.includes('\\')) return false;
    this.#joined.set(this.#values.length, {
      path,
      span: { start: next.span.end - 1, end: next.span.end },
      text: quote,
    });
    return true;
  }

  /** Texts and values that are added. */
  #sum(node: Expression): boolean {
    const pieces = addends(node);
    if (!pieces || pieces.length < 2 || pieces.length > MAX_PIECES) return false;
    const { text } = this.file;
    for (const [index, piece] of pieces.entries()) {
      const before = pieces[index - 1];
      if (before && !/^\s*\+\s*$/.test(text.slice(before.span.end, piece.span.start))) return false;
      if (isText(piece)) {
        if (!this.#literal(piece)) return false;
        continue;
      }
      const last = this.#tokens.at(-1);
      const next = pieces[index + 1];
      if (!before || !isText(before) || !last || last.prefix !== '' || (next && !isText(next))) return false;
      // The quotes around it go with it: two texts become one.
      const opening = next && quoteAt(text, next.span.start);
      const isLast = index === pieces.length - 2;
      if (next && opening !== last.quote && !(isLast && this.#mayJoin(next, last.quote))) return false;
      if (!next) this.#closing.set(this.#values.length, last.quote);
      this.#value(
        piece,
        last.span.end - last.quote.length,
        next ? next.span.start + last.quote.length : piece.span.end,
      );
    }
    return true;
  }

  #chars(start: number, end: number): void {
    const { text } = this.file;
    for (let at = start; at < end; at++) {
      const isQuote = text[at] === '\\' && /['"]/.test(text[at + 1] ?? '') && at + 1 < end;
      const size = isQuote ? 2 : 1;
      this.#units.push({ start: at, end: at + size, char: text[at + size - 1] ?? '', value: undefined });
      at += size - 1;
    }
  }

  #value(value: Expression, start: number, end: number): void {
    this.#units.push({ start, end, char: undefined, value: this.#values.length });
    this.#values.push(value);
  }
}

function isText(node: Expression): boolean {
  return node.kind === 'template' || (node.kind === 'literal' && typeof node.value === 'string');
}

function quoteAt(text: string, at: number): string | undefined {
  return /^(?:"""|'''|["'`])/.exec(text.slice(at, at + 3))?.[0];
}

function addends(node: Expression): readonly Expression[] | undefined {
  const found: Expression[] = [];
  let left = node;
  while (left.kind === 'binary' && left.operator === '+') {
    found.push(left.right);
    if (found.length > MAX_PIECES) return undefined;
    left = left.left;
  }
  found.push(left);
  return found.reverse();
}
