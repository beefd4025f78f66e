import type { Span } from '#source/span';
import { MAX_DEPTH, MAX_TOKENS, overLimit } from '#syntax/limits';
import type { Faults } from '#syntax/reading';

/** Signs that stand for themselves, the longest first where one starts another. */
const SIGNS = [
  '...',
  '=>',
  '==',
  '!=',
  '<=',
  '>=',
  '&&',
  '||',
  '::',
  '=',
  '!',
  '<',
  '>',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '+',
  '-',
  '*',
  '/',
  '%',
  '?',
  ':',
  ',',
  '.',
] as const;

export type Sign = (typeof SIGNS)[number];

/**
 * What a token is: a sign, or one of these. `quote` and `unquote` are the quotes around a template, `heredoc` its first
 * line (`<<-EOT` with the line break), `end-heredoc` its last line without the break; `text` is a piece of a template, in a
 * heredoc at most one line with its break. `${` and `%{` may have a `~` behind, `end-template` (`}`) one before it.
 */
export type TokenKind =
  | Sign
  | 'word'
  | 'number'
  | 'newline'
  | 'comment'
  | 'quote'
  | 'unquote'
  | 'heredoc'
  | 'end-heredoc'
  | 'text'
  | '${'
  | '%{'
  | 'end-template'
  | 'invalid'
  | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
}

const BY_FIRST: ReadonlyMap<string, readonly Sign[]> = new Map(
  [...new Set(SIGNS.map((sign) => sign.charAt(0)))].map((first) => [
    first,
    SIGNS.filter((sign) => sign.startsWith(first)),
  ]),
);

/** Where the scanner is: in code (the file, or `${…}` with so many braces open in it), in quotes, in a heredoc, in a bare template. */
type Mode = (
  | { readonly in: 'code'; braces: number }
  | { readonly in: 'quotes'; readonly start: number }
  | { readonly in: 'heredoc'; readonly marker: string; isLineStart: boolean }
  | { readonly in: 'template' }
) & { readonly depth: number };

/**
 * The tokens of a text in HCL's native syntax, comments and line breaks among them, blanks left out; the last one is `end`.
 * What is no token is `invalid` and told as a fault. Source: HCL's specification (`hclsyntax/spec.md`, lexical elements) and
 * Terraform 1.11, against which it was held.
 * @param as `template`: the text is that of a template (a string of JSON syntax), not of a file
 * @throws LimitExceeded past the limits of depth and tokens
 */
export function tokensOf(text: string, faults: Faults, as: 'file' | 'template' = 'file'): Token[] {
  return new Scanner(text, faults).scan(as);
}

class Scanner {
  readonly #tokens: Token[] = [];
  readonly #modes: Mode[] = [];
  #at = 0;
  #depth = 0;

  constructor(
    readonly text: string,
    readonly faults: Faults,
  ) {}

  scan(as: 'file' | 'template'): Token[] {
    const { text } = this;
    this.#modes.push(as === 'template' ? { in: 'template', depth: 0 } : { in: 'code', braces: 0, depth: 0 });
    if (as === 'file' && text.startsWith('\uFEFF')) this.#at = 1;
    while (this.#at < text.length) {
      const mode = this.#modes.at(-1);
      if (mode?.in === 'quotes') this.#quoted();
      else if (mode?.in === 'heredoc') this.#heredoc(mode);
      else if (mode?.in === 'template') this.#literal(text.length);
      else this.#code(mode);
    }
    this.#unclosed();
    this.#push('end', this.#at);
    return this.#tokens;
  }

  #unclosed(): void {
    const open = this.#modes.at(-1);
    if (open === undefined || this.#modes.length === 1) return;
    if (open.in === 'quotes') this.#unclosedAt(['quote'], 'This quoted text is not closed; add the closing quote.');
    else if (open.in === 'heredoc')
      this.#unclosedAt(
        ['heredoc'],
        `The text block that starts here has no line with ${shown(open.marker)} alone at its end; add one.`,
      );
    else this.#unclosedAt(['${', '%{'], 'This template sequence is not closed; add the closing }.');
  }

  #unclosedAt(kinds: readonly TokenKind[], message: string): void {
    const at = this.#tokens.findLast((token) => kinds.includes(token.kind));
    if (at) this.faults.add('syntax', at, message);
  }

  #push(kind: TokenKind, end: number): void {
    if (this.#tokens.length >= MAX_TOKENS) throw overLimit.tokens(this.#at);
    this.#tokens.push({ kind, start: this.#at, end });
    this.#at = end;
  }

  #open(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw overLimit.depth(this.#at);
  }

  #enter(mode: Mode): void {
    this.#open();
    this.#modes.push(mode);
  }

  #leave(): void {
    this.#depth = this.#modes.pop()?.depth ?? 0;
  }

  #code(mode: { braces: number } | undefined): void {
    const { text } = this;
    const at = this.#at;
    const first = text.charAt(at);
    if (first === ' ' || first === '\t') {
      this.#at += 1;
      return;
    }
    if (first === '\n') this.#push('newline', at + 1);
    else if (first === '\r' && text[at + 1] === '\n') this.#push('newline', at + 2);
    else if (first === '#' || (first === '/' && text[at + 1] === '/')) this.#push('comment', lineEnd(text, at));
    else if (first === '/' && text[at + 1] === '*') this.#block();
    else if (first === '"') {
      this.#push('quote', at + 1);
      this.#enter({ in: 'quotes', start: at, depth: this.#depth });
    } else if (first >= '0' && first <= '9') this.#push('number', numberEnd(text, at));
    else if (first !== '<' || !this.#beginHeredoc()) this.#wordOrSign(first, mode);
  }

  #wordOrSign(first: string, mode: { braces: number } | undefined): void {
    const { text } = this;
    const at = this.#at;
    const word = wordEnd(text, at);
    const closing = first === '}' ? 1 : first === '~' && text[at + 1] === '}' ? 2 : 0;
    if (word > at) this.#push('word', word);
    else if (closing > 0 && mode?.braces === 0 && this.#modes.length > 1) {
      this.#push('end-template', at + closing);
      this.#leave();
    } else this.#sign(first, mode);
  }

  #sign(first: string, mode: { braces: number } | undefined): void {
    const { text } = this;
    const sign = BY_FIRST.get(first)?.find((one) => text.startsWith(one, this.#at));
    if (sign === undefined) {
      this.#invalid();
      return;
    }
    if (sign === '{' || sign === '[' || sign === '(') this.#open();
    if (sign === '}' || sign === ']' || sign === ')') this.#depth = Math.max(0, this.#depth - 1);
    if (mode && sign === '{') mode.braces += 1;
    if (mode && sign === '}') mode.braces = Math.max(0, mode.braces - 1);
    this.#push(sign, this.#at + sign.length);
  }

  #invalid(): void {
    const point = this.text.codePointAt(this.#at) ?? 0;
    const end = this.#at + (point > 0xffff ? 2 : 1);
    const message =
      this.text[this.#at] === "'"
        ? 'Single quotes are not valid here; put text in double quotes.'
        : 'This character is not valid here; remove it.';
    this.faults.add('syntax', { start: this.#at, end }, message);
    this.#push('invalid', end);
  }

  #block(): void {
    const end = this.text.indexOf('*/', this.#at + 2);
    if (end === -1)
      this.faults.add('syntax', { start: this.#at, end: this.#at + 2 }, 'This comment is not closed; add */.');
    this.#push('comment', end === -1 ? this.text.length : end + 2);
  }

  #beginHeredoc(): boolean {
    const { text } = this;
    if (text[this.#at + 1] !== '<') return false;
    const start = this.#at + (text[this.#at + 2] === '-' ? 3 : 2);
    const end = wordEnd(text, start);
    const eol = text[end] === '\r' ? end + 1 : end;
    if (end === start || text[eol] !== '\n') return false;
    this.#push('heredoc', eol + 1);
    this.#enter({ in: 'heredoc', marker: text.slice(start, end), isLineStart: true, depth: this.#depth });
    return true;
  }

  #quoted(): void {
    const { text } = this;
    let at = this.#at;
    for (; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === '"' || sign === '\n' || (sign === '\r' && text[at + 1] === '\n')) break;
      if (sign === '\\' && at + 1 < text.length && text[at + 1] !== '\n' && text[at + 1] !== '\r') at += 1;
      else if (sign === '$' || sign === '%') {
        if (text[at + 1] === '{') break;
        if (text[at + 1] === sign && text[at + 2] === '{') at += 2;
      }
    }
    if (at > this.#at) this.#push('text', at);
    if (at >= text.length) return;
    if (text[at] === '"') {
      this.#push('unquote', at + 1);
      this.#leave();
    } else if (text[at] === '$' || text[at] === '%') this.#sequence();
    else {
      // A quote left open: the line's end closes it and what it stands in, so that what follows is read in its place.
      const open = this.#tokens.findLast((token) => token.kind === 'quote');
      const message = 'This quoted text is not closed on its line; add the closing quote.';
      this.faults.add('syntax', open ?? { start: at, end: at }, message);
      this.#closeLine();
    }
  }

  /** Closes all that was opened on this line, from quotes inwards. */
  #closeLine(): void {
    const line = this.text.lastIndexOf('\n', this.#at - 1);
    let keep = this.#modes.findIndex((mode) => mode.in === 'quotes' && mode.start > line);
    if (keep === -1) keep = this.#modes.length - 1;
    while (this.#modes.length > keep) {
      this.#push(this.#modes.at(-1)?.in === 'quotes' ? 'unquote' : 'end-template', this.#at);
      this.#leave();
    }
  }

  #sequence(): void {
    const kind = this.text[this.#at] === '$' ? '${' : '%{';
    this.#push(kind, this.#at + (this.text[this.#at + 2] === '~' ? 3 : 2));
    this.#enter({ in: 'code', braces: 0, depth: this.#depth });
  }

  #heredoc(mode: { readonly marker: string; isLineStart: boolean }): void {
    const { text } = this;
    const lineBreak = text.indexOf('\n', this.#at);
    const end = lineBreak === -1 ? text.length : lineBreak + 1;
    // Terraform wants a line break after the marker; a file that ends there is read all the same and told.
    if (mode.isLineStart && isMarker(text, this.#at, end, mode.marker)) {
      if (lineBreak === -1)
        this.faults.add(
          'syntax',
          { start: this.#at, end },
          'A line break is missing after the end of this text block.',
        );
      this.#push('end-heredoc', lineEnd(text, this.#at));
      this.#leave();
      return;
    }
    mode.isLineStart = this.#literal(end);
  }

  /** Text up to a sequence, which is entered, or up to `end`: gives whether there was none. */
  #literal(end: number): boolean {
    const { text } = this;
    let at = this.#at;
    for (; at < end; at += 1) {
      const sign = text[at];
      if (sign !== '$' && sign !== '%') continue;
      if (text[at + 1] === '{') break;
      if (text[at + 1] === sign && text[at + 2] === '{') at += 2;
    }
    if (at > this.#at) this.#push('text', Math.min(at, end));
    if (at < end) this.#sequence();
    return at >= end;
  }
}

function isMarker(text: string, start: number, end: number, marker: string): boolean {
  let at = start;
  while (at < end && isBlank(text[at])) at += 1;
  if (!text.startsWith(marker, at)) return false;
  at += marker.length;
  while (at < end && isBlank(text[at])) at += 1;
  return at === end;
}

function isBlank(sign: string | undefined): boolean {
  return sign === ' ' || sign === '\t' || sign === '\r' || sign === '\n';
}

function shown(marker: string): string {
  return marker.length > 40 ? `${marker.slice(0, 40)}…` : marker;
}

/** The end of the line without its line break. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  if (end === -1) return text.length;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

function numberEnd(text: string, start: number): number {
  let end = digitsEnd(text, start);
  if (text[end] === '.' && digitsEnd(text, end + 1) > end + 1) end = digitsEnd(text, end + 1);
  if (text[end] !== 'e' && text[end] !== 'E') return end;
  const digits = end + (text[end + 1] === '+' || text[end + 1] === '-' ? 2 : 1);
  const last = digitsEnd(text, digits);
  return last > digits ? last : end;
}

function digitsEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text.charAt(at) >= '0' && text.charAt(at) <= '9') at += 1;
  return at;
}

const START = /^\p{ID_Start}$/u;
const CONTINUE = /^\p{ID_Continue}$/u;

/** The end of the identifier that starts at a place; the place itself when none does. */
export function wordEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    const isInner = (code >= 48 && code <= 57) || code === 45;
    if (isLetter || (isInner && at > start)) {
      at += 1;
      continue;
    }
    if (code < 128) break;
    const point = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (!(at > start ? CONTINUE : START).test(point)) break;
    at += point.length;
  }
  return at;
}
