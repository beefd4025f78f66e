/** A set of characters: a bit for each of ASCII, and one for all others. */
export type Characters = bigint;

const OTHERS = 128;
export const ALL: Characters = (1n << 129n) - 1n;

/** A regular expression as its positions: places in it that match one character, and which may follow which. */
export interface Positions {
  /** What each matches. */
  readonly characters: readonly Characters[];
  readonly first: readonly number[];
  readonly last: readonly number[];
  /** By position, the next ones with the number of ways that lead there: by two loops it is two. */
  readonly follow: readonly ReadonlyMap<number, number>[];
  /** Whether it has to begin at the start of the text. */
  readonly isAtStart: boolean;
  /** Whether it has to reach the end of the text. */
  readonly isAnchored: boolean;
  /** Whether the order in which ways are tried may let it succeed before it comes to a loop. */
  readonly hasChoice: boolean;
}

/** Positions that are looked at; of a larger pattern nothing is said. */
const MAX_POSITIONS = 120;
const MAX_DEPTH = 30;

/** The pattern has something of which is not known how it is matched: references back, looking around, boundaries of words. */
class NotJudged extends Error {}

/** What is known of a part: where it may begin and end, and whether it may be empty. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

const EMPTY: Part = { first: [], last: [], isNullable: true };

/** How often a part is repeated. */
interface Count {
  readonly least: number;
  readonly most: number;
  readonly length: number;
}

/**
 * Reads a regular expression of JavaScript's or Python's.
 * @returns undefined where it has something that cannot be judged
 */
export function positionsOf(pattern: string, flags: string, whole = false): Positions | undefined {
  if (pattern.length > 1_000 || flags.includes('m') || flags.includes('x')) return undefined;
  try {
    return new Reader(pattern, flags).read(whole);
  } catch (error) {
    if (error instanceof NotJudged) return undefined;
    throw error;
  }
}

class Reader {
  readonly #characters: Characters[] = [];
  readonly #follow: Map<number, number>[] = [];
  #at = 0;
  #hasChoice = false;

  constructor(
    readonly pattern: string,
    readonly flags: string,
  ) {}

  read(whole: boolean): Positions {
    const start = /^(?:\^|\\A)/.exec(this.pattern)?.[0].length ?? 0;
    const isEnd = /(?:^|[^\\])(?:\\\\)*(?:\$|\\[zZ])$/.test(this.pattern);
    const end = isEnd ? this.pattern.length - (this.pattern.endsWith('$') ? 1 : 2) : this.pattern.length;
    this.#at = start;
    const whatever = this.#alternatives(end, 0);
    if (this.#at !== end) throw new NotJudged();
    return {
      characters: this.#characters,
      first: whatever.first,
      last: whatever.last,
      follow: this.#follow,
      isAtStart: start > 0 || whole,
      isAnchored: isEnd || whole,
      hasChoice: this.#hasChoice,
    };
  }

  #alternatives(end: number, depth: number): Part {
    if (depth > MAX_DEPTH) throw new NotJudged();
    const from = this.#characters.length;
    const all = [this.#sequence(end, depth)];
    while (this.#at < end && this.pattern[this.#at] === '|') {
      this.#at += 1;
      all.push(this.#sequence(end, depth));
    }
    const [only] = all;
    if (all.length === 1 && only) return only;
    // An anchor at the end of the pattern belongs to its last alternative alone.
    if (depth === 0) throw new NotJudged();
    this.#hasChoice = true;
    const isOfCharacters = all.every(({ first, isNullable }) => first.length === 1 && !isNullable);
    const areAlone = this.#follow.slice(from).every(({ size }) => size === 0);
    if (isOfCharacters && areAlone && this.#characters.length - from === all.length) return this.#merged(from);
    return {
      first: all.flatMap(({ first }) => first),
      last: all.flatMap(({ last }) => last),
      isNullable: all.some(({ isNullable }) => isNullable),
    };
  }

  /** Engines make one class of alternatives that are one character each: between those they do not choose. */
  #merged(from: number): Part {
    const one = this.#characters.slice(from).reduce((a, b) => a | b, 0n);
    this.#characters.length = from;
    this.#follow.length = from;
    return this.#position(one);
  }

  #sequence(end: number, depth: number): Part {
    let before: Part = EMPTY;
    while (this.#at < end && this.pattern[this.#at] !== '|' && this.pattern[this.#at] !== ')') {
      const from = this.#at;
      const positions = this.#characters.length;
      const part = this.#repeated(from, positions, this.#atom(end, depth), end, depth);
      before = this.#joined(before, part);
    }
    return before;
  }

  #joined(a: Part, b: Part): Part {
    this.#connect(a.last, b.first);
    return {
      first: a.isNullable ? [...a.first, ...b.first] : a.first,
      last: b.isNullable ? [...a.last, ...b.last] : b.last,
      isNullable: a.isNullable && b.isNullable,
    };
  }

  #connect(from: readonly number[], to: readonly number[]): void {
    for (const a of from) for (const b of to) this.#follow[a]?.set(b, (this.#follow[a]?.get(b) ?? 0) + 1);
  }

  /** A part with the quantifier after it; where it is repeated some times for sure, its positions are there as often. */
  #repeated(from: number, positions: number, first: Part, end: number, depth: number): Part {
    const after = this.#at;
    const count = this.#count();
    if (!count) return first;
    this.#at = after + count.length;
    if (this.pattern[this.#at] === '+') throw new NotJudged();
    if (this.pattern[this.#at] === '?') {
      this.#at += 1;
      this.#hasChoice = true;
    }
    const next = this.#at;
    const size = this.#characters.length - positions;
    const copies = count.most === Number.POSITIVE_INFINITY ? Math.max(1, count.least) : count.most;
    if (copies === 0) return EMPTY;
    if (copies * size > MAX_POSITIONS) throw new NotJudged();
    // Which of several parts that may be empty is left out is no choice that engines try.
    if (copies > 1 && first.isNullable) throw new NotJudged();
    let last = first;
    const ends = count.least <= 1 ? [...first.last] : [];
    for (let index = 1; index < copies; index++) {
      this.#at = from;
      const copy = this.#atom(end, depth);
      this.#connect(last.last, copy.first);
      last = copy;
      if (index >= count.least - 1) ends.push(...copy.last);
    }
    if (count.most === Number.POSITIVE_INFINITY) this.#connect(last.last, last.first);
    this.#at = next;
    return { first: first.first, last: ends, isNullable: count.least === 0 || first.isNullable };
  }

  #count(): Count | undefined {
    const text = this.pattern.slice(this.#at, this.#at + 16);
    if (text.startsWith('*')) return { least: 0, most: Number.POSITIVE_INFINITY, length: 1 };
    if (text.startsWith('+')) return { least: 1, most: Number.POSITIVE_INFINITY, length: 1 };
    if (text.startsWith('?')) return { least: 0, most: 1, length: 1 };
    const [whole, least = '', comma, most = ''] = /^\{(\d{0,5})(,?)(\d{0,5})\}/.exec(text) ?? [];
    if (whole === undefined || (least === '' && most === '')) return undefined;
    const from = Number(least);
    return {
      least: from,
      most: comma === '' ? from : most === '' ? Number.POSITIVE_INFINITY : Number(most),
      length: whole.length,
    };
  }

  #position(characters: Characters): Part {
    if (this.#characters.length >= MAX_POSITIONS) throw new NotJudged();
    const index = this.#characters.length;
    this.#characters.push(this.flags.includes('i') ? bothCases(characters) : characters);
    this.#follow.push(new Map());
    return { first: [index], last: [index], isNullable: false };
  }

  #atom(end: number, depth: number): Part {
    const one = this.pattern[this.#at] ?? '';
    if (one === '(') return this.#group(end, depth);
    if (one === '[') return this.#class();
    if (one === '.') {
      this.#at += 1;
      return this.#position(this.flags.includes('s') ? ALL : ALL & ~(charactersOf('\n') | charactersOf('\r')));
    }
    if (one === '\\') {
      const { characters, length } = escaped(this.pattern, this.#at, false);
      this.#at += length;
      return this.#position(characters);
    }
    if (one === '^' || one === '$' || one === '*' || one === '+' || one === '?') throw new NotJudged();
    this.#at += 1;
    return this.#position(charactersOf(one));
  }

  #group(end: number, depth: number): Part {
    const [head = ''] = /^\((?:\?:|\?P?<[A-Za-z_]\w{0,50}>)?/.exec(this.pattern.slice(this.#at, this.#at + 60)) ?? [];
    if (head === '(' && this.pattern[this.#at + 1] === '?') throw new NotJudged();
    this.#at += head.length;
    const part = this.#alternatives(end, depth + 1);
    if (this.pattern[this.#at] !== ')' || this.#at >= end) throw new NotJudged();
    this.#at += 1;
    return part;
  }

  #class(): Part {
    let at = this.#at + 1;
    const isNegated = this.pattern[at] === '^';
    if (isNegated) at += 1;
    let found = 0n;
    const start = at;
    for (; at < this.pattern.length && (this.pattern[at] !== ']' || at === start); ) {
      if (this.pattern[at] === ']' || this.pattern[at] === '[') throw new NotJudged();
      const low = this.#inClass(at);
      at += low.length;
      if (this.pattern[at] !== '-' || this.pattern[at + 1] === ']' || at + 1 >= this.pattern.length) {
        found |= low.characters;
        continue;
      }
      const high = this.#inClass(at + 1);
      at += 1 + high.length;
      found |= between(low.characters, high.characters);
    }
    if (at >= this.pattern.length) throw new NotJudged();
    this.#at = at + 1;
    return this.#position(isNegated ? ALL & ~(this.flags.includes('i') ? bothCases(found) : found) : found);
  }

  #inClass(at: number): { readonly characters: Characters; readonly length: number } {
    const one = this.pattern[at] ?? '';
    return one === '\\' ? escaped(this.pattern, at, true) : { characters: charactersOf(one), length: 1 };
  }
}

/** The set of the characters of a text. */
export function charactersOf(text: string): Characters {
  let found = 0n;
  for (const one of text) found |= 1n << BigInt(Math.min(one.codePointAt(0) ?? OTHERS, OTHERS));
  return found;
}

const DIGITS = charactersOf('0123456789');
const WORD = DIGITS | charactersOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_');
const BLANK = charactersOf(' \t\n\r\f\v');
const LETTERS: Readonly<Record<string, Characters>> = {
  d: DIGITS,
  w: WORD,
  s: BLANK,
  D: ALL & ~DIGITS,
  W: ALL & ~WORD,
  S: ALL & ~BLANK,
  n: charactersOf('\n'),
  r: charactersOf('\r'),
  t: charactersOf('\t'),
  f: charactersOf('\f'),
  v: charactersOf('\v'),
};

function escaped(
  pattern: string,
  at: number,
  inClass: boolean,
): { readonly characters: Characters; readonly length: number } {
  const one = pattern[at + 1];
  if (one === undefined) throw new NotJudged();
  const known = Object.hasOwn(LETTERS, one) ? LETTERS[one] : undefined;
  if (known !== undefined) return { characters: known, length: 2 };
  if (/[A-Za-z0-9]/.test(one) && !(inClass && one === 'b')) throw new NotJudged();
  return { characters: inClass && one === 'b' ? charactersOf('\b') : charactersOf(one), length: 2 };
}

/** The characters from one to another. */
function between(low: Characters, high: Characters): Characters {
  const from = low.toString(2).length - 1;
  const to = high.toString(2).length - 1;
  if (low !== 1n << BigInt(from) || high !== 1n << BigInt(to) || to < from) throw new NotJudged();
  return (1n << BigInt(to + 1)) - (1n << BigInt(from));
}

function bothCases(characters: Characters): Characters {
  const letters = (1n << 26n) - 1n;
  const upper = (characters >> 65n) & letters;
  const lower = (characters >> 97n) & letters;
  return characters | (upper << 97n) | (lower << 65n);
}

/** One of the characters, a plain one where there is one; undefined of none. */
export function example(characters: Characters): string | undefined {
  for (const one of 'a0A -_.,;:/!') if ((characters & charactersOf(one)) !== 0n) return one;
  for (let code = 33; code < 127; code++)
    if ((characters & (1n << BigInt(code))) !== 0n) return String.fromCharCode(code);
  for (let code = 0; code < 33; code++)
    if ((characters & (1n << BigInt(code))) !== 0n) return String.fromCharCode(code);
  return (characters & (1n << BigInt(OTHERS))) !== 0n ? '\u00e9' : undefined;
}
