import { type Language, type Token, tokensOf } from '#frameworks/cdk/tokens';
import type { Location, SourceFile } from '#source/file';

/** `new Queue(this, 'Jobs')`: where a program makes a construct. */
export interface Construction {
  /** The literal id, or the text of a constant that stands for it; undefined when the program computes it. */
  readonly id: string | undefined;
  /** The last part of the class's name: `Queue` of `sqs.Queue`. */
  readonly className: string;
  /** What it is made in: the object of the class around it, what a variable holds, or something else. */
  readonly scope: 'this' | { readonly variable: string } | undefined;
  /** The class whose code it stands in. */
  readonly within: string | undefined;
  /** The variable or field that it is kept in. */
  readonly variable: string | undefined;
  /** From the construction's first word to the end of the id. */
  readonly at: Location;
}

/** What a file of an app says about its constructs. */
export interface FileConstructions {
  readonly constructions: readonly Construction[];
  /** The class that each class of the file extends. */
  readonly bases: ReadonlyMap<string, string>;
}

/** Files beyond this size are generated or bundled. */
const MAX_CHARACTERS = 500_000;

const READ = new WeakMap<SourceFile, FileConstructions>();

/** Every construction that a file of a CDK app writes out: class, scope and id. Read without a grammar, from its tokens. */
export function constructionsOf(file: SourceFile, language: Language): FileConstructions {
  const known = READ.get(file);
  if (known) return known;
  const isApp = file.text.length <= MAX_CHARACTERS && /constructs|cdk/.test(file.text);
  const made = isApp ? new Reader(file, language).read() : { constructions: [], bases: new Map<string, string>() };
  READ.set(file, made);
  return made;
}

interface Around {
  readonly name: string | undefined;
  /** The column of a class in Python. */
  readonly indent: number;
}

/** Tokens that a name or an argument may take; a longer one is not read. */
const MAX_TOKENS = 60;

class Reader {
  readonly #constructions: Construction[] = [];
  readonly #bases = new Map<string, string>();
  readonly #tokens: readonly Token[];
  readonly #constants: ReadonlyMap<string, string>;
  /** The classes and other blocks around the present token, the innermost last. */
  readonly #around: Around[] = [];

  constructor(
    readonly file: SourceFile,
    readonly language: Language,
  ) {
    this.#tokens = tokensOf(file.text, language);
    this.#constants = this.#constantsOf();
  }

  read(): FileConstructions {
    let parentheses = 0;
    let pending: string | undefined;
    for (let at = 0; at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (!token) break;
      if (token.kind === 'sign') {
        if ('([{'.includes(token.value)) parentheses += 1;
        if (')]}'.includes(token.value)) parentheses -= 1;
        if (this.language === 'typescript') {
          if (token.value === '{') {
            this.#around.push({ name: pending, indent: 0 });
            pending = undefined;
          } else if (token.value === '}') this.#around.pop();
        }
        continue;
      }
      if (this.language === 'python' && token.indent >= 0 && parentheses <= 0) this.#dedent(token.indent);
      if (token.kind !== 'word') continue;
      if (token.value === 'class') pending = this.#class(at) ?? pending;
      else if (this.language === 'typescript' && token.value === 'new') this.#construction(at + 1, at);
      else if (this.language === 'python' && this.#startsName(at)) this.#construction(at, at);
    }
    return { constructions: this.#constructions, bases: this.#bases };
  }

  #is(at: number, sign: string): boolean {
    const token = this.#tokens[at];
    return token?.kind === 'sign' && token.value === sign;
  }

  #word(at: number): string | undefined {
    const token = this.#tokens[at];
    return token?.kind === 'word' ? token.value : undefined;
  }

  #dedent(indent: number): void {
    while ((this.#around.at(-1)?.indent ?? -1) >= indent) this.#around.pop();
  }

  /** Reads `class X extends Y` or `class X(Y):`; the name waits for the class's block. */
  #class(at: number): string | undefined {
    const name = this.#word(at + 1);
    if (name === undefined) return undefined;
    const opens = this.language === 'python' ? this.#is(at + 2, '(') : this.#word(at + 2) === 'extends';
    const base = opens ? this.#qualified(at + 3) : undefined;
    if (base) this.#bases.set(name, base.last);
    if (this.language === 'typescript') return name;
    this.#around.push({ name, indent: Math.max(0, this.#tokens[at]?.indent ?? 0) });
    return undefined;
  }

  /** Whether a name starts here that is not the rest of a longer one, nor a class's own. */
  #startsName(at: number): boolean {
    return !this.#is(at - 1, '.') && this.#word(at - 1) !== 'class';
  }

  /** `sqs.Queue` and the index of what follows it. */
  #qualified(from: number): { readonly last: string; readonly next: number } | undefined {
    let last = this.#word(from);
    if (last === undefined) return undefined;
    let at = from + 1;
    while (this.#is(at, '.') && at - from < MAX_TOKENS) {
      const part = this.#word(at + 1);
      if (part === undefined) break;
      last = part;
      at += 2;
    }
    return { last, next: at };
  }

  #construction(from: number, start: number): void {
    const name = this.#qualified(from);
    if (!name || !/^\p{Lu}/u.test(name.last)) return;
    const open = this.#is(name.next, '<') ? this.#afterGeneric(name.next) : name.next;
    if (!this.#is(open, '(')) return;
    const written = this.#arguments(open + 1);
    const scope = written.get('scope') ?? written.get('0');
    const id = written.get('id') ?? written.get('construct_id') ?? written.get('1') ?? [];
    const first = this.#tokens[start];
    const literal = this.#literal(id);
    const end = id.at(-1)?.end ?? this.#tokens[open]?.end ?? 0;
    if (!first) return;
    this.#constructions.push({
      id: literal,
      className: name.last,
      scope: scopeOf(scope ?? []),
      within: this.#around.findLast((one) => one.name !== undefined)?.name,
      variable: this.#variable(start),
      at: { file: this.file, span: { start: first.start, end } },
    });
  }

  /** The id that an argument literally is, or that a constant of the file holds. */
  #literal(argument: readonly Token[]): string | undefined {
    const [only, ...more] = argument;
    if (!only || more.length > 0) return undefined;
    if (only.kind === 'text') return only.value;
    return only.kind === 'word' ? this.#constants.get(only.value) : undefined;
  }

  /** `NAME = 'text'`; a name that is given two texts is none. */
  #constantsOf(): ReadonlyMap<string, string> {
    const found = new Map<string, string | undefined>();
    for (let at = 0; at + 2 < this.#tokens.length; at += 1) {
      const name = this.#word(at);
      const value = this.#tokens[at + 2];
      if (name === undefined || !this.#is(at + 1, '=') || this.#is(at - 1, '.') || this.#is(at + 3, '+')) continue;
      const text = value?.kind === 'text' ? value.value : undefined;
      found.set(name, found.has(name) && found.get(name) !== text ? undefined : text);
    }
    return new Map([...found].flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])));
  }

  #afterGeneric(open: number): number {
    let depth = 0;
    for (let at = open; at < open + MAX_TOKENS; at += 1) {
      if (this.#is(at, '<')) depth += 1;
      if (this.#is(at, '>')) depth -= 1;
      if (depth === 0) return at + 1;
    }
    return open;
  }

  /** The first two arguments by their index, and those that Python names; an argument that is longer than we read is left out. */
  #arguments(from: number): ReadonlyMap<string, readonly Token[]> {
    const found = new Map<string, readonly Token[]>();
    let depth = 0;
    let begin = from;
    let index = 0;
    for (let at = from; at < Math.min(this.#tokens.length, from + 4 * MAX_TOKENS) && index < 4; at += 1) {
      const token = this.#tokens[at];
      if (token?.kind !== 'sign') continue;
      if ('([{'.includes(token.value)) depth += 1;
      const closes = ')]}'.includes(token.value);
      if (depth === 0 && (closes || token.value === ',')) {
        const tokens = this.#tokens.slice(begin, at);
        const named = this.language === 'python' && this.#is(begin + 1, '=') ? this.#word(begin) : undefined;
        if (named !== undefined) found.set(named, tokens.slice(2));
        else if (tokens.length > 0) found.set(String(index), tokens);
        if (closes) break;
        index += 1;
        begin = at + 1;
      }
      if (closes) depth -= 1;
    }
    return found;
  }

  /** The name that an assignment before the construction gives it: `const jobs =`, `this.jobs =`, `private jobs: Queue =`. */
  #variable(start: number): string | undefined {
    if (!this.#is(start - 1, '=')) return undefined;
    let at = start - 2;
    for (let steps = 0; steps < 8 && at > 0; steps += 1) {
      if (this.#is(at - 1, '.') && this.#word(at - 2) !== 'this' && this.#word(at - 2) !== 'self') at -= 2;
      else if (this.#is(at - 1, ':')) at -= 2;
      else break;
    }
    return this.#word(at);
  }
}

function scopeOf(tokens: readonly Token[]): Construction['scope'] {
  const words = tokens.map((token) => token.value);
  const [first, dot, second] = words;
  if (words.length === 1 && (first === 'this' || first === 'self')) return 'this';
  if (words.length === 1 && tokens[0]?.kind === 'word' && first !== undefined) return { variable: first };
  if (words.length === 3 && (first === 'this' || first === 'self') && dot === '.' && second !== undefined)
    return { variable: second };
  return undefined;
}
