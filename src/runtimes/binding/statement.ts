/** One character of a statement, or a value that is put into it, with what stands for it in the code. */
export interface Unit {
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  /** One character; undefined where a value stands. */
  readonly char: string | undefined;
  /** The place of the value in the list of values. */
  readonly value: number | undefined;
}

/** What a driver makes of a statement. */
export interface Dialect {
  /** How the values are named in the statement: `$1`, `?`, `%s`, `:id`, `@id`. */
  readonly placeholder: '$' | '?' | '%s' | ':n' | ':' | '@';
  /** Whether `"…"` is a text, as in MySQL and SQLite. */
  readonly doubleQuotes?: boolean;
  /** Whether the database finds out the type of a parameter by itself, from what stands beside it. */
  readonly isTyped?: boolean;
  /** Whether it is a piece of a statement: a condition, an order. */
  readonly piece?: boolean;
  /** Whether only a text that stands in quotes is bound: the driver tells the type of each value, and a number is none of text. */
  readonly quotedOnly?: boolean;
}

/** A stretch of the statement that becomes one parameter. */
export interface Parameter {
  /** The first and last unit that it takes the place of: quotes around it are among them. */
  readonly first: number;
  readonly last: number;
  /** What is bound: a value alone, or a text with values in it. */
  readonly contents: readonly (string | number)[];
}

export interface Parameters {
  readonly parameters: readonly Parameter[];
  /** Values that stay where they are: names of tables and columns. */
  readonly kept: readonly number[];
}

/** Statements of which the values can be bound: others (`CREATE USER`, `SET`, `COPY`) take none in most databases. */
const HEAD = /^\s*(?:select|insert|update|delete|with|replace|merge)\b/i;

/** Operators beside which a value stands; others (`->`, `@>`) want a type that a parameter alone does not have. */
const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '!=', '<', '>', '<=', '>=']);

/** Functions of one type of text, so that PostgreSQL knows what a parameter is: it does not in `concat($1)`. */
const TEXT_FUNCTIONS: ReadonlySet<string> = new Set(
  'lower upper trim ltrim rtrim btrim md5 to_date to_timestamp coalesce nullif crypt length left right'.split(' '),
);

/**
 * Which stretches of a statement become parameters, so that it means the same. Undefined where that is not certain: comments, escapes, bodies
 * in dollars, several statements, parameters that stand there already, and values that are not where a value may stand.
 */
export function parametersIn(
  units: readonly Unit[],
  dialect: Dialect,
  mayStay: (value: number) => boolean,
): Parameters | undefined {
  return new Reader(units, dialect, mayStay).read();
}

/** What stands open: `in`, `values`, the name of a function; empty for a group. */
type Opener = string;

class Reader {
  readonly #parameters: Parameter[] = [];
  readonly #kept: number[] = [];
  readonly #open: Opener[] = [];
  /** What was read outside of texts. */
  #code = '';
  #closed: Opener = '';

  constructor(
    readonly units: readonly Unit[],
    readonly dialect: Dialect,
    readonly mayStay: (value: number) => boolean,
  ) {}

  read(): Parameters | undefined {
    for (let at = 0; at < this.units.length; ) {
      const next = this.#next(at);
      if (next === undefined) return undefined;
      at = next;
    }
    if (!this.dialect.piece && !HEAD.test(this.#code)) return undefined;
    return this.#parameters.length > 0 ? { parameters: this.#parameters, kept: this.#kept } : undefined;
  }

  /** Reads one character, value or text, and says where the next one is. */
  #next(at: number): number | undefined {
    const { char, value } = this.units[at] ?? {};
    if (value !== undefined) return this.#bare(at, value);
    if (char === undefined || char === '\\' || this.#isForeign(at, char)) return undefined;
    if (char === "'" || char === '"' || char === '`') return this.#text(at, char);
    if (char === '(') {
      const [, word] = /([\w.]+)\s*$/.exec(this.#code) ?? [];
      const isRow =
        word === undefined && /,\s*$/.test(this.#code) && this.#closed === 'values' && this.#open.length === 0;
      this.#open.push(isRow ? 'values' : (word ?? '').toLowerCase());
    } else if (char === ')') this.#closed = this.#open.pop() ?? '';
    this.#code += char;
    return at + 1;
  }

  #isForeign(at: number, char: string): boolean {
    const after = this.#char(at + 1);
    if (char === '?' || char === '#') return true;
    if (char === '$' || char === '@') return true;
    if ((char === '-' && after === '-') || (char === '/' && after === '*')) return true;
    if (char === ';') return this.units.slice(at + 1).some((unit) => unit.char === undefined || !/\s/.test(unit.char));
    // `::` is a cast; `:name` is a parameter.
    if (char === ':') return after !== ':' && this.#char(at - 1) !== ':';
    return false;
  }

  #char(at: number): string {
    return this.units[at]?.char ?? '';
  }

  /** A value outside of any text. */
  #bare(at: number, value: number): number | undefined {
    const place = this.#place();
    const isValue = (place === 'compared' || place === 'row') && this.dialect.quotedOnly !== true;
    if (!isValue) return this.#stay(at, at + 1, [value]);
    if (!this.#endsAt(at + 1)) return undefined;
    this.#take(at, at, [value]);
    return at + 1;
  }

  /** A text, or a name in quotes, with the values in it. */
  #text(at: number, quote: string): number | undefined {
    const contents: (string | number)[] = [];
    let text = '';
    let end = at + 1;
    for (; ; end++) {
      const unit = this.units[end];
      if (!unit) return undefined;
      if (unit.value !== undefined) {
        if (text !== '') contents.push(text);
        text = '';
        contents.push(unit.value);
      } else if (unit.char === '\\') return undefined;
      else if (unit.char === quote) break;
      else text += unit.char;
    }
    if (text !== '') contents.push(text);
    const values = contents.filter((one): one is number => typeof one === 'number');
    if (values.length === 0) {
      this.#code += `${quote}${quote}`;
      return end + 1;
    }
    const isText = quote === "'" || (quote === '"' && this.dialect.doubleQuotes === true);
    if (!isText) return this.#stay(at, end + 1, values);
    if (this.#char(end + 1) === quote || contents.some((one) => typeof one === 'string' && /[`"'{}$\r\n]/.test(one)))
      return undefined;
    const place = this.#place();
    // After `date` or `interval`, and before another text, it is a part of something that is no value.
    if (place === undefined || /[\w$"`]$/.test(this.#code) || !this.#endsAt(end + 1)) return undefined;
    this.#take(at, end, contents);
    return end + 1;
  }

  /** Names cannot be bound, and stay where they are our own. */
  #stay(at: number, end: number, values: readonly number[]): number | undefined {
    if (!values.every((value) => this.mayStay(value))) return undefined;
    this.#kept.push(...values);
    this.#code += this.units
      .slice(at, end)
      .map(({ char }) => char ?? 'x')
      .join('');
    return end;
  }

  #take(first: number, last: number, contents: readonly (string | number)[]): void {
    this.#parameters.push({ first, last, contents });
    this.#code += '0';
  }

  /** In which place a value would stand here. */
  #place(): 'compared' | 'row' | 'text' | undefined {
    const code = this.#code.trimEnd();
    const [operator] = /[<>=!~*|@#&^+\-/%:]+$/.exec(code) ?? [];
    if (operator !== undefined) return COMPARISONS.has(operator) ? 'compared' : operator === '||' ? 'text' : undefined;
    if (/(?:^|\W)(?:i?like|between)$/i.test(code) && this.#code !== code) return 'compared';
    if (/\bbetween\s+(?:[\w.]{1,40}|'')\s+and$/i.test(code) && this.#code !== code) return 'compared';
    if (!/[(,]$/.test(code)) return undefined;
    const opener = this.#open.at(-1);
    if (opener === undefined || opener === '') return undefined;
    if (opener === 'values' || opener === 'value') return 'row';
    if (opener === 'in') return 'text';
    if (this.dialect.isTyped && !TEXT_FUNCTIONS.has(opener)) return undefined;
    // The columns of `INSERT INTO t (…)` are names.
    return /\binto\s+[\w.]+\s*\([^()]*$/i.test(code) ? undefined : 'text';
  }

  /** Whether what comes next is no more of the same value. */
  #endsAt(at: number): boolean {
    const unit = this.units[at];
    if (!unit) return true;
    if (unit.char === undefined) return false;
    if (unit.char === ':') return this.dialect.placeholder === '$' && this.#char(at + 1) === ':';
    if (!/[\s),;|]/.test(unit.char)) return false;
    const rest = this.units.slice(at).find(({ char }) => char === undefined || !/\s/.test(char));
    return rest === undefined || (rest.char !== "'" && rest.char !== '"');
  }
}
