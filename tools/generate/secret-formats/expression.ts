/**
 * Reads an expression in RE2's syntax and writes it as one of JavaScript, whose engine backtracks: without flags, names and
 * POSIX classes, and with an end to every repetition.
 */

/** Characters from 0 to 127, and one place for all others. */
const SIZE = 129;
const OTHER = 128;

/** Repetitions without an end get this one: no credential is longer. */
const MOST = 1_000;

type Chars = readonly boolean[];

export type Node =
  | { readonly kind: 'chars'; readonly chars: Chars }
  /** `^`, `$`, `\b`, `\B`: takes no character. */
  | { readonly kind: 'assertion'; readonly text: string }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'group'; readonly node: Node; readonly captures: boolean }
  | {
      readonly kind: 'repeat';
      readonly node: Node;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/** Reads an expression. @throws SyntaxError for what is not understood: nothing is guessed */
export function parse(source: string): Node {
  return new Parser(source).all();
}

interface Flags {
  readonly i: boolean;
  readonly s: boolean;
}

class Parser {
  #at = 0;
  #flags: Flags = { i: false, s: false };

  constructor(readonly source: string) {}

  all(): Node {
    const node = this.#choice();
    if (this.#at < this.source.length) this.#fail();
    return node;
  }

  #fail(): never {
    throw new SyntaxError(`Not understood at ${this.#at}: ${this.source}`);
  }

  #take(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.source);
    if (!found) return undefined;
    this.#at = sticky.lastIndex;
    return found;
  }

  #choice(): Node {
    const outer = this.#flags;
    const nodes = [this.#sequence()];
    while (this.#take('|')) nodes.push(this.#sequence());
    // A flag set within a group ends with it.
    this.#flags = outer;
    return nodes.length === 1 && nodes[0] ? nodes[0] : { kind: 'choice', nodes };
  }

  #sequence(): Node {
    const nodes: Node[] = [];
    while (this.#at < this.source.length && !'|)'.includes(this.source[this.#at] ?? '')) {
      const flags = this.#match(/\(\?([is]*)(?:-([is]+))?\)/);
      if (flags) this.#set(flags[1] ?? '', flags[2] ?? '');
      else nodes.push(this.#repeated(this.#atom()));
    }
    return { kind: 'sequence', nodes };
  }

  #set(on: string, off: string): void {
    const { i, s } = this.#flags;
    this.#flags = {
      i: (i || on.includes('i')) && !off.includes('i'),
      s: (s || on.includes('s')) && !off.includes('s'),
    };
  }

  #repeated(node: Node): Node {
    const found = this.#match(/(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\?)?/);
    if (!found) return node;
    const [, sign, from, comma, to, lazy] = found;
    const min = sign === undefined ? Number(from) : sign === '+' ? 1 : 0;
    const open = sign === '*' || sign === '+' || (comma !== undefined && to === '');
    const max = sign === '?' ? 1 : open ? Math.max(MOST, min) : Number(comma === undefined ? from : to);
    return this.#repeated({ kind: 'repeat', node, min, max, lazy: lazy !== undefined });
  }

  #atom(): Node {
    if (this.#take('(')) return this.#group();
    if (this.#take('[')) return { kind: 'chars', chars: this.#folded(this.#class()) };
    if (this.#take('^')) return { kind: 'assertion', text: '^' };
    if (this.#take('$') || this.#take('\\z')) return { kind: 'assertion', text: '$' };
    if (this.#take('\\b')) return { kind: 'assertion', text: '\\b' };
    if (this.#take('\\B')) return { kind: 'assertion', text: '\\B' };
    if (this.#take('.')) return { kind: 'chars', chars: this.#flags.s ? all() : not(only('\n')) };
    return { kind: 'chars', chars: this.#folded(this.#character()) };
  }

  #group(): Node {
    const outer = this.#flags;
    const flags = this.#match(/\?([is]*)(?:-([is]+))?:/);
    const named = flags ? undefined : this.#match(/\?P<\w+>/);
    if (!flags && !named && this.source[this.#at] === '?') this.#fail();
    if (flags) this.#set(flags[1] ?? '', flags[2] ?? '');
    const node = this.#choice();
    if (!this.#take(')')) this.#fail();
    this.#flags = outer;
    return { kind: 'group', node, captures: !flags };
  }

  #class(): Chars {
    const negated = this.#take('^');
    let chars: Chars = none();
    for (let first = true; first || this.source[this.#at] !== ']'; first = false) {
      if (this.#at >= this.source.length) this.#fail();
      const posix = this.#match(/\[:([a-z]+):\]/);
      if (posix) {
        chars = union(chars, POSIX[posix[1] ?? ''] ?? this.#fail());
        continue;
      }
      const from = this.#character();
      if (this.source[this.#at] === '-' && this.source[this.#at + 1] !== ']' && isSingle(from)) {
        this.#at += 1;
        const to = this.#character();
        if (!isSingle(to)) this.#fail();
        chars = union(chars, range(from.indexOf(true), to.indexOf(true)));
      } else chars = union(chars, from);
    }
    this.#at += 1;
    return negated ? not(chars) : chars;
  }

  #character(): Chars {
    const hex = this.#match(/\\x([0-9a-fA-F]{2})/);
    if (hex) return one(Number.parseInt(hex[1] ?? '', 16));
    const escaped = this.#match(/\\(.)/);
    if (!escaped) {
      const char = this.source[this.#at] ?? this.#fail();
      this.#at += 1;
      return only(char);
    }
    const char = escaped[1] ?? '';
    const known = ESCAPES[char];
    if (known) return known;
    if (/[A-Za-z0-9]/.test(char)) this.#fail();
    return only(char);
  }

  #folded(chars: Chars): Chars {
    if (!this.#flags.i) return chars;
    const folded = [...chars];
    for (let code = 65; code <= 90; code++) folded[code] = folded[code + 32] = Boolean(chars[code] || chars[code + 32]);
    return folded;
  }
}

function none(): boolean[] {
  return Array.from({ length: SIZE }, () => false);
}

function all(): boolean[] {
  return Array.from({ length: SIZE }, () => true);
}

function one(code: number): Chars {
  const chars = none();
  chars[Math.min(code, OTHER)] = true;
  return chars;
}

function only(text: string): Chars {
  return [...text].map((char) => one(char.charCodeAt(0))).reduce<Chars>(union, none());
}

function range(from: number, to: number): Chars {
  return none().map((_, code) => from <= code && code <= to);
}

function union(a: Chars, b: Chars): Chars {
  return a.map((has, code) => has || Boolean(b[code]));
}

function not(chars: Chars): Chars {
  return chars.map((has) => !has);
}

function isSingle(chars: Chars): boolean {
  return chars.filter(Boolean).length === 1;
}

function overlap(a: Chars, b: Chars): boolean {
  return a.some((has, code) => has && b[code]);
}

const DIGITS = range(48, 57);
const LETTERS = union(range(65, 90), range(97, 122));
const WORD = union(union(DIGITS, LETTERS), only('_'));
const SPACE = only('\t\n\f\r ');

const ESCAPES: Readonly<Record<string, Chars>> = {
  d: DIGITS,
  D: not(DIGITS),
  w: WORD,
  W: not(WORD),
  s: SPACE,
  S: not(SPACE),
  n: only('\n'),
  r: only('\r'),
  t: only('\t'),
  f: only('\f'),
};

const POSIX: Readonly<Record<string, Chars>> = {
  alnum: union(DIGITS, LETTERS),
  alpha: LETTERS,
  digit: DIGITS,
  lower: range(97, 122),
  upper: range(65, 90),
  xdigit: union(DIGITS, only('abcdefABCDEF')),
  word: WORD,
};

/**
 * Without what may stand in front of a match and tells nothing: `[\w.-]{0,50}?` before a vendor's name makes every character of
 * a text a start to try.
 */
export function withoutLead(node: Node): Node {
  if (node.kind === 'group') return { ...node, node: withoutLead(node.node) };
  if (node.kind === 'choice') return { ...node, nodes: node.nodes.map(withoutLead) };
  if (node.kind !== 'sequence') return node;
  const [first, ...rest] = node.nodes;
  if (first?.kind === 'repeat' && first.min === 0 && first.lazy) return withoutLead({ ...node, nodes: rest });
  return first ? { ...node, nodes: [withoutLead(first), ...rest] } : node;
}

/** The expression in JavaScript's syntax; it needs no flag. */
export function print(node: Node): string {
  switch (node.kind) {
    case 'chars':
      return printChars(node.chars);
    case 'assertion':
      return node.text;
    case 'sequence':
      return node.nodes.map((one) => (one.kind === 'choice' ? `(?:${print(one)})` : print(one))).join('');
    case 'choice':
      return node.nodes.map(print).join('|');
    case 'group':
      return `${node.captures ? '(' : '(?:'}${print(node.node)})`;
    case 'repeat': {
      const simple = node.node.kind === 'chars' || node.node.kind === 'group';
      return `${simple ? print(node.node) : `(?:${print(node.node)})`}${times(node.min, node.max)}${node.lazy ? '?' : ''}`;
    }
  }
}

function times(min: number, max: number): string {
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function printChars(chars: Chars): string {
  const count = chars.filter(Boolean).length;
  if (count === SIZE) return '[\\s\\S]';
  if (count === 1 && !chars[OTHER]) return written(chars.indexOf(true), /[\\^$.*+?()[\]{}|/]/);
  const shown = chars[OTHER] ? not(chars) : chars;
  const parts: string[] = [];
  for (let code = 0; code < OTHER; code++) {
    if (!shown[code]) continue;
    let end = code;
    while (end + 1 < OTHER && shown[end + 1]) end++;
    const inClass = /[\\\]^-]/;
    parts.push(end - code < 2 ? written(code, inClass) : `${written(code, inClass)}-${written(end, inClass)}`);
    if (end === code + 1) parts.push(written(end, inClass));
    code = end;
  }
  return `[${chars[OTHER] ? '^' : ''}${parts.join('')}]`;
}

function written(code: number, special: RegExp): string {
  if (code < 32 || code === 127) return `\\x${code.toString(16).padStart(2, '0')}`;
  const char = String.fromCharCode(code);
  return special.test(char) ? `\\${char}` : char;
}

/** The length of the longest match. */
export function longest(node: Node): number {
  switch (node.kind) {
    case 'chars':
      return 1;
    case 'assertion':
      return 0;
    case 'sequence':
      return node.nodes.reduce((sum, one) => sum + longest(one), 0);
    case 'choice':
      return Math.max(...node.nodes.map(longest));
    case 'group':
      return longest(node.node);
    case 'repeat':
      return node.max * longest(node.node);
  }
}

/**
 * In how many ways the engine may try to match from one start, at most: repetitions next to each other multiply where both take
 * the same characters, or where what follows them may be nothing.
 */
export function ways(node: Node): number {
  switch (node.kind) {
    case 'chars':
    case 'assertion':
      return 1;
    case 'choice':
      return node.nodes.reduce((sum, one) => sum + ways(one), 0);
    case 'group':
      return ways(node.node);
    case 'repeat':
      return ways(node.node) ** node.max * (node.max - node.min + 1);
    case 'sequence':
      return node.nodes.reduce(
        (product, one, index) => product * (endsByItself(one, node.nodes.slice(index + 1)) ? 1 : ways(one)),
        1,
      );
  }
}

/** Whether a repetition of characters can end in one place only: where what has to follow is none of them. */
function endsByItself(node: Node, rest: readonly Node[]): boolean {
  if (node.kind !== 'repeat' || node.node.kind !== 'chars') return false;
  const following = firstOf({ kind: 'sequence', nodes: rest });
  return !following.empty && !overlap(node.node.chars, following.chars);
}

function firstOf(node: Node): { readonly chars: Chars; readonly empty: boolean } {
  switch (node.kind) {
    case 'chars':
      return { chars: node.chars, empty: false };
    case 'assertion':
      return { chars: none(), empty: true };
    case 'group':
      return firstOf(node.node);
    case 'repeat': {
      const inner = firstOf(node.node);
      return { chars: inner.chars, empty: inner.empty || node.min === 0 };
    }
    case 'choice': {
      const all = node.nodes.map(firstOf);
      return {
        chars: all.map(({ chars }) => chars).reduce<Chars>(union, none()),
        empty: all.some(({ empty }) => empty),
      };
    }
    case 'sequence': {
      let chars: Chars = none();
      for (const one of node.nodes) {
        const first = firstOf(one);
        chars = union(chars, first.chars);
        if (!first.empty) return { chars, empty: false };
      }
      return { chars, empty: true };
    }
  }
}
