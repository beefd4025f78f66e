import { unknown } from '#frameworks/serverless/resolver';
import type { SourceFile } from '#source/file';
import { type Problem, problemAt } from '#source/problem';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, Document, ScalarNode } from '#syntax/document';
import { nodeAt } from '#syntax/document';

/** How deep literals may nest, how many there may be, and how long a file may be that is read so. */
const MAX_DEPTH = 60;
const MAX_NODES = 100_000;
const MAX_CHARACTERS = 1_000_000;

const EXPORTS = /^[ \t]*(?:module\.exports[ \t]*=|export[ \t]+default\b|export[ \t]*=)/m;

/**
 * The service that a `serverless.ts` or `serverless.js` exports, as far as it is written in literals: an object, or a constant of the
 * file that is one. Nothing is run: what calls, imports and operators give is unknown, and the text is never edited.
 */
export function literalDocument(file: SourceFile): Document {
  const problems: Problem[] = [];
  const root = file.text.length > MAX_CHARACTERS ? undefined : new Reader(file, problems).exported();
  if (root?.kind !== 'map') {
    const message = `${file.path} could not be read: it exports no object that is written out; write the service as a literal, or as YAML.`;
    problems.push(problemAt('unreadable', file, { start: 0, end: 0 }, message));
  }
  return {
    file,
    format: 'json',
    root: root?.kind === 'map' ? root : undefined,
    problems,
    locate: (path) => nodeAt(root, path),
    edit: () => undefined,
  };
}

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']', '(': ')' };
const NAME = /[A-Za-z_$][\w$]{0,200}/y;
const NUMBER = /-?\d[\d_]{0,30}(?:\.\d{1,30})?/y;

class Reader {
  readonly #text: string;
  #at = 0;
  #nodes = 0;
  #depth = 0;
  /** Constants that are being read, against those that refer to themselves. */
  readonly #running = new Set<string>();

  constructor(
    readonly file: SourceFile,
    readonly problems: Problem[],
  ) {
    this.#text = file.text;
  }

  exported(): DataNode | undefined {
    const match = EXPORTS.exec(this.#text);
    if (!match) return undefined;
    this.#at = match.index + match[0].length;
    return this.#value();
  }

  /** A value, and what stands after it up to a comma, a bracket or the end of the statement. */
  #value(): DataNode {
    this.#space();
    const start = this.#at;
    this.#nodes += 1;
    this.#depth += 1;
    const node = this.#depth > MAX_DEPTH || this.#nodes > MAX_NODES ? undefined : this.#primary();
    this.#depth -= 1;
    if (node && this.#isEnd()) return node;
    this.#skip();
    return unknown({ start, end: Math.max(start, this.#at) }, 'what code gives');
  }

  #primary(): DataNode | undefined {
    const character = this.#text[this.#at];
    if (character === '{') return this.#object();
    if (character === '[') return this.#array();
    if (character === '"' || character === "'" || character === '`') return this.#string();
    const start = this.#at;
    const number = this.#match(NUMBER);
    if (number !== undefined) return this.#scalar(Number(number.replaceAll('_', '')), start);
    const name = this.#match(NAME);
    if (name === undefined) return undefined;
    if (name === 'true' || name === 'false') return this.#scalar(name === 'true', start);
    if (name === 'null' || name === 'undefined') return this.#scalar(null, start);
    this.#space();
    return /[.([`]/.test(this.#text[this.#at] ?? '') ? undefined : this.#constant(name);
  }

  /** The value of a constant of the file; undefined for what is imported, computed or not there. */
  #constant(name: string): DataNode | undefined {
    if (this.#running.has(name)) return undefined;
    const declaration = new RegExp(
      `^[ \\t]*(?:export[ \\t]+)?(?:const|let|var)[ \\t]+${name.replaceAll('$', '\\$')}\\b[^=\\n]{0,200}=(?![=>])`,
      'm',
    );
    const match = declaration.exec(this.#text);
    if (!match) return undefined;
    const back = this.#at;
    this.#running.add(name);
    this.#at = match.index + match[0].length;
    const node = this.#value();
    this.#running.delete(name);
    this.#at = back;
    return node;
  }

  #object(): DataNode {
    const start = this.#at;
    const entries: DataEntry[] = [];
    this.#at += 1;
    for (this.#space(); this.#at < this.#text.length && this.#text[this.#at] !== '}'; this.#space()) {
      const before = this.#at;
      if (this.#text.startsWith('...', this.#at)) this.#spread(entries);
      else this.#entry(entries);
      this.#space();
      if (this.#text[this.#at] === ',') this.#at += 1;
      else if (this.#text[this.#at] !== '}') this.#skip();
      if (this.#at === before) this.#at += 1;
    }
    this.#at += 1;
    return { kind: 'map', entries, span: { start, end: this.#at } };
  }

  #entry(entries: DataEntry[]): void {
    const start = this.#at;
    const quoted = /["'`]/.test(this.#text[this.#at] ?? '') ? this.#string() : undefined;
    const key = quoted?.kind === 'scalar' ? String(quoted.value) : (this.#match(NAME) ?? this.#match(NUMBER));
    const keySpan: Span = { start, end: this.#at };
    this.#space();
    if (key === undefined || quoted?.tag !== undefined) {
      this.#tell(start, 'a key that code gives');
      this.#skip();
      return;
    }
    if (this.#text[this.#at] === ':') {
      this.#at += 1;
      entries.push({ key, keySpan, value: this.#value() });
      return;
    }
    const isShort = this.#text[this.#at] === ',' || this.#text[this.#at] === '}';
    const value = isShort ? this.#constant(key) : undefined;
    if (!isShort) this.#skip();
    entries.push({ key, keySpan, value: value ?? unknown({ ...keySpan }, 'what code gives') });
  }

  /** The entries of another object, where that is written out in the file. */
  #spread(entries: DataEntry[]): void {
    const start = this.#at;
    this.#at += 3;
    const value = this.#value();
    if (value.kind === 'map') for (const entry of value.entries) entries.push(entry);
    else this.#tell(start, 'entries that code gives');
  }

  #array(): DataNode {
    const start = this.#at;
    const items: DataNode[] = [];
    this.#at += 1;
    for (this.#space(); this.#at < this.#text.length && this.#text[this.#at] !== ']'; this.#space()) {
      const before = this.#at;
      const isSpread = this.#text.startsWith('...', this.#at);
      if (isSpread) this.#at += 3;
      const value = this.#value();
      if (!isSpread) items.push(value);
      else if (value.kind === 'list') for (const item of value.items) items.push(item);
      else this.#tell(before, 'items that code gives');
      this.#space();
      if (this.#text[this.#at] === ',') this.#at += 1;
      if (this.#at === before) this.#at += 1;
    }
    this.#at += 1;
    return { kind: 'list', items, span: { start, end: this.#at } };
  }

  /** A string; a template with substitutions is what code gives. */
  #string(): DataNode {
    const start = this.#at;
    const quote = this.#text[this.#at];
    let value = '';
    let isComputed = false;
    for (this.#at += 1; this.#at < this.#text.length && this.#text[this.#at] !== quote; this.#at += 1) {
      const character = this.#text[this.#at] ?? '';
      if (quote === '`' && character === '$' && this.#text[this.#at + 1] === '{') {
        isComputed = true;
        this.#at += 1;
        this.#balanced();
        this.#at -= 1;
      } else if (character === '\\') {
        this.#at += 1;
        const escaped = this.#text[this.#at] ?? '';
        value += { n: '\n', t: '\t', r: '\r', '\n': '' }[escaped] ?? escaped;
      } else value += character;
    }
    this.#at += 1;
    const span = { start, end: Math.min(this.#at, this.#text.length) };
    return isComputed
      ? unknown(span, 'what code gives')
      : { kind: 'scalar', value, source: this.file.slice(span), span };
  }

  #scalar(value: number | boolean | null, start: number): ScalarNode {
    const span = { start, end: this.#at };
    return { kind: 'scalar', value, source: this.file.slice(span), span };
  }

  /** Whether a value ends here; what only TypeScript says of it (`as const`, `satisfies X`) is passed over. */
  #isEnd(): boolean {
    this.#space();
    const back = this.#at;
    const word = this.#match(NAME);
    if (word === 'as' || word === 'satisfies') {
      this.#skip();
      return true;
    }
    this.#at = back;
    const character = this.#text[this.#at];
    if (character === undefined || ',;}])'.includes(character)) return true;
    // A statement may end with its line.
    return this.#depth === 0 && /\n/.test(this.#text.slice(Math.max(0, back - 200), back)) && word !== undefined;
  }

  /** Goes on to the comma, semicolon or closing bracket that ends an expression. */
  #skip(): void {
    while (this.#at < this.#text.length) {
      this.#space();
      const character = this.#text[this.#at] ?? '';
      if (',;}])'.includes(character)) return;
      if (character in CLOSING) this.#balanced();
      else if (/["'`]/.test(character)) this.#string();
      else this.#at += 1;
    }
  }

  /** Goes past a bracket and all that it holds. */
  #balanced(): void {
    const open: string[] = [];
    // Templates within templates beyond any sense: the rest of the file is given up.
    if (this.#depth > MAX_DEPTH) this.#at = this.#text.length;
    this.#depth += 1;
    while (this.#at < this.#text.length) {
      this.#space();
      const character = this.#text[this.#at] ?? '';
      const closing = CLOSING[character];
      if (closing !== undefined) open.push(closing);
      else if (/["'`]/.test(character)) {
        this.#string();
        continue;
      } else if (character === open.at(-1)) open.pop();
      this.#at += 1;
      if (open.length === 0) break;
    }
    this.#depth -= 1;
  }

  /** White space and comments. */
  #space(): void {
    while (this.#at < this.#text.length) {
      if (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
      else if (this.#text.startsWith('//', this.#at)) {
        const end = this.#text.indexOf('\n', this.#at);
        this.#at = end === -1 ? this.#text.length : end;
      } else if (this.#text.startsWith('/*', this.#at)) {
        const end = this.#text.indexOf('*/', this.#at + 2);
        this.#at = end === -1 ? this.#text.length : end + 2;
      } else return;
    }
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (!match) return undefined;
    this.#at += match[0].length;
    return match[0];
  }

  #tell(at: number, what: string): void {
    if (this.problems.length > 50) return;
    const message = `A part of ${this.file.path} was not looked at: ${what}.`;
    this.problems.push(problemAt('partial', this.file, { start: at, end: at }, message));
  }
}
