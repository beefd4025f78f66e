/**
 * Regular expressions in time proportional to pattern and text, whatever both are: Go's RE2 syntax, as far as configurations use
 * it, matched by simulating all threads at once. Source: https://github.com/google/re2/wiki/Syntax
 */

/** Steps of one matching: states times characters. */
const MAX_STEPS = 5_000_000;
const MAX_STATES = 4_000;
/** Repetitions that `{n,m}` may ask for, as in RE2. */
const MAX_REPEAT = 1000;
const MAX_DEPTH = 100;

/** Thrown for a pattern that is wrong or too large. */
export class PatternError extends Error {
  /** @param isWrong false where the pattern may be right, but is not understood or too large */
  constructor(readonly isWrong: boolean) {
    super('pattern');
  }
}

type Test = (point: string) => boolean;

type Tree =
  | { readonly kind: 'test'; readonly test: Test }
  | { readonly kind: 'assert'; readonly assert: (text: readonly string[], at: number) => boolean }
  | { readonly kind: 'group'; readonly index: number; readonly inner: Tree }
  | { readonly kind: 'sequence'; readonly items: readonly Tree[] }
  | { readonly kind: 'either'; readonly items: readonly Tree[] }
  | {
      readonly kind: 'repeat';
      readonly inner: Tree;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

type State =
  | { readonly kind: 'test'; readonly test: Test; next: number }
  | { readonly kind: 'assert'; readonly assert: (text: readonly string[], at: number) => boolean; next: number }
  | { readonly kind: 'save'; readonly slot: number; next: number }
  | { readonly kind: 'split'; next: number; other: number }
  | { readonly kind: 'match' };

/** One match: the whole and the groups, undefined for a group that took no part; with where the whole stands. */
export interface Match {
  readonly groups: readonly (string | undefined)[];
  readonly start: number;
  readonly end: number;
}

const isWord: Test = (point) => /^[0-9A-Za-z_]$/.test(point);
const isDigit: Test = (point) => /^[0-9]$/.test(point);
const isSpace: Test = (point) => /^[\t\n\f\r ]$/.test(point);
const not =
  (test: Test): Test =>
  (point) =>
    !test(point);

const POSIX: Readonly<Record<string, RegExp>> = {
  alnum: /^[0-9A-Za-z]$/,
  alpha: /^[A-Za-z]$/,
  digit: /^[0-9]$/,
  lower: /^[a-z]$/,
  upper: /^[A-Z]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[\t\n\v\f\r ]$/,
  blank: /^[\t ]$/,
  word: /^[0-9A-Za-z_]$/,
  xdigit: /^[0-9A-Fa-f]$/,
};

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', a: '\u0007' };

interface Flags {
  readonly insensitive: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly ungreedy: boolean;
}

class PatternParser {
  readonly names: (string | undefined)[] = [];
  readonly #pattern: readonly string[];
  #at = 0;
  #depth = 0;

  constructor(pattern: string) {
    this.#pattern = [...pattern];
  }

  parse(): Tree {
    const tree = this.#either({ insensitive: false, multiline: false, dotAll: false, ungreedy: false });
    if (this.#at < this.#pattern.length) throw new PatternError(true);
    return tree;
  }

  #either(flags: Flags): Tree {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw new PatternError(false);
    const items: Tree[] = [];
    let current = flags;
    for (;;) {
      const { tree, flags: left } = this.#sequence(current);
      items.push(tree);
      current = left;
      if (this.#pattern[this.#at] !== '|') break;
      this.#at += 1;
    }
    this.#depth -= 1;
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'either', items };
  }

  #sequence(given: Flags): { readonly tree: Tree; readonly flags: Flags } {
    const items: Tree[] = [];
    let flags = given;
    for (let sign = this.#pattern[this.#at]; sign !== undefined && sign !== '|' && sign !== ')'; ) {
      const atom = this.#atom(sign, flags);
      if ('tree' in atom) items.push(this.#repeated(atom.tree, flags));
      else flags = atom.flags;
      sign = this.#pattern[this.#at];
    }
    return { tree: { kind: 'sequence', items }, flags };
  }

  #repeated(tree: Tree, flags: Flags): Tree {
    const sign = this.#pattern[this.#at];
    let bounds: readonly [number, number] | undefined;
    if (sign === '*') bounds = [0, Number.POSITIVE_INFINITY];
    else if (sign === '+') bounds = [1, Number.POSITIVE_INFINITY];
    else if (sign === '?') bounds = [0, 1];
    else if (sign === '{') bounds = this.#braces();
    if (bounds === undefined) return tree;
    if (sign !== '{') this.#at += 1;
    let lazy = flags.ungreedy;
    if (this.#pattern[this.#at] === '?') {
      lazy = !lazy;
      this.#at += 1;
    }
    const next = this.#pattern[this.#at];
    if (next === '*' || next === '+' || next === '?') throw new PatternError(true);
    return { kind: 'repeat', inner: tree, min: bounds[0], max: bounds[1], lazy };
  }

  /** `{n}`, `{n,}` and `{n,m}`; what looks otherwise is text. */
  #braces(): readonly [number, number] | undefined {
    const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#pattern.slice(this.#at, this.#at + 12).join(''));
    if (!match) return undefined;
    this.#at += match[0].length;
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (min > MAX_REPEAT || (max !== Number.POSITIVE_INFINITY && max > MAX_REPEAT) || max < min)
      throw new PatternError(true);
    return [min, max];
  }

  #atom(sign: string, flags: Flags): { readonly tree: Tree } | { readonly flags: Flags } {
    this.#at += 1;
    switch (sign) {
      case '(':
        return this.#group(flags);
      case '[':
        return { tree: { kind: 'test', test: this.#class(flags) } };
      case '.':
        return { tree: { kind: 'test', test: flags.dotAll ? () => true : (point) => point !== '\n' } };
      case '^':
        return assertion((text, at) => at === 0 || (flags.multiline && text[at - 1] === '\n'));
      case '$':
        return assertion((text, at) => at === text.length || (flags.multiline && text[at] === '\n'));
      case '\\':
        return this.#escape(flags);
      case '*':
      case '+':
      case '?':
        throw new PatternError(true);
      default:
        return { tree: { kind: 'test', test: same(sign, flags) } };
    }
  }

  #group(flags: Flags): { readonly tree: Tree } | { readonly flags: Flags } {
    let inside = flags;
    let index: number | undefined;
    if (this.#pattern[this.#at] === '?') {
      const head = this.#pattern.slice(this.#at, this.#at + 60).join('');
      const named = /^\?P?<([A-Za-z_]\w{0,50})>/.exec(head);
      const flagged = /^\?([imsU]{0,4})(?:-([imsU]{1,4}))?([:)])/.exec(head);
      if (named) {
        this.#at += named[0].length;
        index = this.names.push(named[1]);
      } else if (flagged) {
        this.#at += flagged[0].length;
        inside = withFlags(flags, flagged[1] ?? '', flagged[2] ?? '');
        if (flagged[3] === ')') return { flags: inside };
      } else throw new PatternError(true);
    } else index = this.names.push(undefined);
    const inner = this.#either(inside);
    if (this.#pattern[this.#at] !== ')') throw new PatternError(true);
    this.#at += 1;
    return { tree: index === undefined ? inner : { kind: 'group', index, inner } };
  }

  #escape(flags: Flags): { readonly tree: Tree } {
    const sign = this.#pattern[this.#at];
    if (sign === undefined) throw new PatternError(true);
    this.#at += 1;
    const isEdge = (text: readonly string[], at: number) => isWord(text[at - 1] ?? '') !== isWord(text[at] ?? '');
    if (sign === 'b') return assertion(isEdge);
    if (sign === 'B') return assertion((text, at) => !isEdge(text, at));
    if (sign === 'A') return assertion((_, at) => at === 0);
    if (sign === 'z') return assertion((text, at) => at === text.length);
    const test = shorthand(sign);
    if (test) return { tree: { kind: 'test', test } };
    return { tree: { kind: 'test', test: same(this.#character(sign), flags) } };
  }

  /** The character that an escape stands for, the sign after its backslash read. */
  #character(sign: string): string {
    const known = ESCAPED[sign];
    if (known !== undefined) return known;
    if (sign === 'x') {
      const match = /^(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]{1,6})\})/.exec(
        this.#pattern.slice(this.#at, this.#at + 8).join(''),
      );
      const point = match && Number.parseInt(match[1] ?? match[2] ?? '', 16);
      if (!match || point === null || point > 0x10ffff) throw new PatternError(true);
      this.#at += match[0].length;
      return String.fromCodePoint(point);
    }
    // Classes of Unicode, octal and quoted text may be right, but are not read here.
    if (/^[pPQEC0-7]$/.test(sign)) throw new PatternError(false);
    if (/^[A-Za-z0-9]$/.test(sign)) throw new PatternError(true);
    return sign;
  }

  #class(flags: Flags): Test {
    const tests: Test[] = [];
    const isNegated = this.#pattern[this.#at] === '^';
    if (isNegated) this.#at += 1;
    for (let isFirst = true; ; isFirst = false) {
      const sign = this.#pattern[this.#at];
      if (sign === undefined) throw new PatternError(true);
      this.#at += 1;
      if (sign === ']' && !isFirst) break;
      tests.push(this.#classItem(sign, flags));
    }
    const any: Test = (point) => tests.some((test) => test(point));
    return isNegated ? not(any) : any;
  }

  #classItem(sign: string, flags: Flags): Test {
    if (sign === '[' && this.#pattern[this.#at] === ':') {
      const match = /^:(\^?)([a-z]{1,8}):\]/.exec(this.#pattern.slice(this.#at, this.#at + 14).join(''));
      const pattern = match && POSIX[match[2] ?? ''];
      if (!match || !pattern) throw new PatternError(true);
      this.#at += match[0].length;
      const test: Test = (point) => pattern.test(point);
      return match[1] === '^' ? not(test) : test;
    }
    if (sign === '\\') {
      const test = shorthand(this.#pattern[this.#at] ?? '');
      if (test) {
        this.#at += 1;
        return test;
      }
    }
    const from = this.#classCharacter(sign);
    if (this.#pattern[this.#at] !== '-' || this.#pattern[this.#at + 1] === ']') return same(from, flags);
    this.#at += 1;
    const next = this.#pattern[this.#at];
    if (next === undefined) throw new PatternError(true);
    this.#at += 1;
    const to = this.#classCharacter(next);
    const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (low > high) throw new PatternError(true);
    const within: Test = (point) => {
      const code = point.codePointAt(0) ?? -1;
      return code >= low && code <= high;
    };
    return flags.insensitive ? (point) => within(point.toLowerCase()) || within(point.toUpperCase()) : within;
  }

  #classCharacter(sign: string): string {
    if (sign !== '\\') return sign;
    const next = this.#pattern[this.#at];
    if (next === undefined) throw new PatternError(true);
    this.#at += 1;
    return this.#character(next);
  }
}

function assertion(assert: (text: readonly string[], at: number) => boolean): { readonly tree: Tree } {
  return { tree: { kind: 'assert', assert } };
}

function shorthand(sign: string): Test | undefined {
  if (sign === 'd') return isDigit;
  if (sign === 'D') return not(isDigit);
  if (sign === 'w') return isWord;
  if (sign === 'W') return not(isWord);
  if (sign === 's') return isSpace;
  return sign === 'S' ? not(isSpace) : undefined;
}

function same(character: string, { insensitive }: Flags): Test {
  if (!insensitive) return (point) => point === character;
  const lower = character.toLowerCase();
  return (point) => point.toLowerCase() === lower;
}

function withFlags(flags: Flags, on: string, off: string): Flags {
  const flag = (sign: string, before: boolean) => (on.includes(sign) ? true : off.includes(sign) ? false : before);
  return {
    insensitive: flag('i', flags.insensitive),
    multiline: flag('m', flags.multiline),
    dotAll: flag('s', flags.dotAll),
    ungreedy: flag('U', flags.ungreedy),
  };
}

/** A pattern made ready to match. */
export class RegularExpression {
  /** The names of the groups, undefined for those without. */
  readonly names: readonly (string | undefined)[];
  readonly #states: State[] = [];
  readonly #start: number;
  #steps = 0;

  /** @throws PatternError */
  constructor(pattern: string) {
    const parser = new PatternParser(pattern);
    const tree = parser.parse();
    this.names = parser.names;
    const end = this.#add({ kind: 'match' });
    this.#start = this.#compile({ kind: 'group', index: 0, inner: tree }, end);
  }

  /**
   * All matches that do not overlap, as Go finds them.
   * @throws PatternError when it would take too long
   */
  matches(text: string, most = 10_000): Match[] {
    const points = [...text];
    const found: Match[] = [];
    this.#steps = 0;
    let last = -1;
    for (let at = 0; at <= points.length && found.length < most; ) {
      const slots = this.#match(points, at);
      const [start, end] = [slots?.[0], slots?.[1]];
      if (slots === undefined || start === undefined || end === undefined) break;
      // An empty match right behind another one is none.
      if (end > start || start !== last) {
        const groups = Array.from({ length: this.names.length + 1 }, (_, i) => {
          const [from, to] = [slots[2 * i], slots[2 * i + 1]];
          return from === undefined || to === undefined ? undefined : points.slice(from, to).join('');
        });
        found.push({ groups, start, end });
      }
      last = end;
      at = end > start ? end : end + 1;
    }
    return found;
  }

  #add(state: State): number {
    if (this.#states.length >= MAX_STATES) throw new PatternError(false);
    return this.#states.push(state) - 1;
  }

  /** Compiles what leads to the state `next`. Gives the state that it starts with. */
  #compile(tree: Tree, next: number): number {
    switch (tree.kind) {
      case 'test':
        return this.#add({ kind: 'test', test: tree.test, next });
      case 'assert':
        return this.#add({ kind: 'assert', assert: tree.assert, next });
      case 'group': {
        const end = this.#add({ kind: 'save', slot: 2 * tree.index + 1, next });
        return this.#add({ kind: 'save', slot: 2 * tree.index, next: this.#compile(tree.inner, end) });
      }
      case 'sequence':
        return tree.items.reduceRight((after, item) => this.#compile(item, after), next);
      case 'either':
        return tree.items
          .map((item) => this.#compile(item, next))
          .reduceRight((other, first) => this.#add({ kind: 'split', next: first, other }));
      case 'repeat':
        return this.#repeat(tree, next);
    }
  }

  #repeat({ inner, min, max, lazy }: Extract<Tree, { kind: 'repeat' }>, next: number): number {
    let start = next;
    const split = (enter: number, leave: number) =>
      this.#add(lazy ? { kind: 'split', next: leave, other: enter } : { kind: 'split', next: enter, other: leave });
    if (max === Number.POSITIVE_INFINITY) {
      const loop: Extract<State, { kind: 'split' }> = { kind: 'split', next, other: next };
      start = this.#add(loop);
      const enter = this.#compile(inner, start);
      if (lazy) loop.other = enter;
      else loop.next = enter;
      if (min > 0) {
        for (let i = 1; i < min; i += 1) start = this.#compile(inner, i === 1 ? enter : start);
        return min === 1 ? enter : start;
      }
      return start;
    }
    for (let i = min; i < max; i += 1) start = split(this.#compile(inner, start), next);
    for (let i = 0; i < min; i += 1) start = this.#compile(inner, start);
    return start;
  }

  /** The slots of the leftmost match from a place on, the first of several by the pattern's preferences. */
  #match(text: readonly string[], from: number): readonly (number | undefined)[] | undefined {
    type Thread = { readonly state: number; readonly slots: readonly (number | undefined)[] };
    let threads: Thread[] = [];
    let best: readonly (number | undefined)[] | undefined;
    for (let at = from; at <= text.length; at += 1) {
      const seen = new Set<number>();
      const ready: Thread[] = [];
      const follow = (first: number, given: readonly (number | undefined)[]): void => {
        const stack: Thread[] = [{ state: first, slots: given }];
        for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
          if (seen.has(thread.state)) continue;
          seen.add(thread.state);
          this.#steps += 1;
          if (this.#steps > MAX_STEPS) throw new PatternError(false);
          const state = this.#states[thread.state];
          if (state === undefined) continue;
          if (state.kind === 'split') {
            stack.push({ state: state.other, slots: thread.slots });
            stack.push({ state: state.next, slots: thread.slots });
          } else if (state.kind === 'save') {
            const slots = [...thread.slots];
            slots[state.slot] = at;
            stack.push({ state: state.next, slots });
          } else if (state.kind === 'assert') {
            if (state.assert(text, at)) stack.push({ state: state.next, slots: thread.slots });
          } else ready.push(thread);
        }
      };
      for (const thread of threads) follow(thread.state, thread.slots);
      if (best === undefined) follow(this.#start, []);
      threads = [];
      for (const thread of ready) {
        const state = this.#states[thread.state];
        if (state?.kind === 'match') {
          best = thread.slots;
          // Threads behind this one are preferred less.
          break;
        }
        const point = text[at];
        if (state?.kind === 'test' && point !== undefined && state.test(point))
          threads.push({ state: state.next, slots: thread.slots });
      }
      if (threads.length === 0 && best !== undefined) break;
    }
    return best;
  }
}
