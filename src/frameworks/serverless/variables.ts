/** A text in which variables may stand: known pieces and variables in order. */
export type Template = readonly (string | Variable)[];

/** `${opt:stage, self:provider.stage, 'dev'}`: the first source that has a value gives it. */
export interface Variable {
  readonly sources: readonly VariableSource[];
}

export type VariableSource =
  /** `file(./x.yml):a.b` has the type `file`, one parameter and an address. */
  | { readonly type: string; readonly parameters: readonly Template[]; readonly address: Template | undefined }
  /** A value that is written in the variable: `'dev'`, `3`, `true`. */
  | { readonly literal: string | number | boolean | null }
  /** v1 and v2 let a variable stand for a source: `${opt:stage, ${self:custom.stage}}`. */
  | { readonly nested: Template };

/** How deep variables may stand in one another, and how long a text may be that is searched for them. */
const MAX_DEPTH = 20;
const MAX_TEXT = 50_000;

/**
 * Takes a text apart. What looks like a variable and is none stays text, as the framework leaves it to CloudFormation:
 * `${AWS::Region}`, `${Table}`. Undefined when there is no variable in it.
 * Source: `lib/configuration/variables/parse.js` of serverless 3.40.0, and https://www.serverless.com/framework/docs/guides/variables
 */
export function parseVariables(text: string): Template | undefined {
  if (!text.includes('${') || text.length > MAX_TEXT) return undefined;
  const template = new Parser(text).template(() => false, 0);
  return template.some((part) => typeof part !== 'string') || text.includes('\\${') ? template : undefined;
}

const TYPE = /[a-z][a-zA-Z0-9.-]{0,63}/y;
const WORD = /[A-Za-z0-9_.+-]{1,100}/y;

/** How often a text is gone through, for variables that turn out not to be any. */
const MAX_PASSES = 10;

class Parser {
  #at = 0;
  /** What was found where, because a variable that is none has what stands within it read again. */
  #known = new Map<number, { readonly variable: Variable; readonly end: number } | undefined>();
  #budget: number;

  constructor(readonly text: string) {
    this.#budget = text.length * MAX_PASSES;
  }

  /** Text up to a character that ends it, which is not taken. */
  template(ends: (character: string) => boolean, depth: number): Template {
    const parts: (string | Variable)[] = [];
    let known = '';
    while (this.#at < this.text.length) {
      const character = this.text[this.#at] ?? '';
      if (ends(character)) break;
      if (character === '\\' && this.text.startsWith('${', this.#at + 1)) {
        known += '${';
        this.#at += 3;
        continue;
      }
      if (character === '$' && this.text[this.#at + 1] === '{' && depth < MAX_DEPTH) {
        const start = this.#at;
        const variable = this.#variableAt(start, depth + 1);
        if (variable) {
          if (known !== '') parts.push(known);
          known = '';
          parts.push(variable);
          continue;
        }
        this.#at = start + 2;
        known += '${';
        continue;
      }
      known += character;
      this.#at += 1;
      this.#budget -= 1;
    }
    if (known !== '') parts.push(known);
    return parts;
  }

  #variableAt(start: number, depth: number): Variable | undefined {
    if (!this.#known.has(start)) {
      this.#at = start + 2;
      const variable = this.#budget > 0 ? this.#variable(depth) : undefined;
      this.#known.set(start, variable && { variable, end: this.#at });
    }
    const found = this.#known.get(start);
    if (found) this.#at = found.end;
    return found?.variable;
  }

  /** What stands after `${`, with the closing brace; undefined when it is not a variable. */
  #variable(depth: number): Variable | undefined {
    const sources: VariableSource[] = [];
    while (true) {
      this.#spaces();
      const source = sources.length === 0 ? this.#typed(depth) : this.#fallback(depth);
      if (!source) return undefined;
      sources.push(source);
      this.#spaces();
      const end = this.text[this.#at];
      this.#at += 1;
      if (end === '}') return { sources };
      if (end !== ',') return undefined;
    }
  }

  #fallback(depth: number): VariableSource | undefined {
    const quoted = this.#quoted();
    if (quoted !== undefined) return { literal: quoted };
    if (this.text.startsWith('${', this.#at)) return { nested: trimmed(this.template(isEnd, depth)) };
    const start = this.#at;
    const typed = this.#typed(depth);
    if (typed) return typed;
    this.#at = start;
    const word = this.#match(WORD);
    return word === undefined ? undefined : { literal: literalOf(word) };
  }

  #typed(depth: number): VariableSource | undefined {
    const type = this.#match(TYPE);
    if (type === undefined) return undefined;
    const parameters: Template[] = [];
    if (this.text[this.#at] === '(') {
      this.#at += 1;
      while (true) {
        this.#spaces();
        const quoted = this.#quoted();
        parameters.push(quoted === undefined ? trimmed(this.template(isParameterEnd, depth)) : [quoted]);
        this.#spaces();
        const end = this.text[this.#at];
        this.#at += 1;
        if (end === ')') break;
        if (end !== ',') return undefined;
      }
      this.#spaces();
      if (this.text[this.#at] !== ':') return { type, parameters, address: undefined };
    }
    if (this.text[this.#at] !== ':') return undefined;
    this.#at += 1;
    if (this.text[this.#at] === ':') return undefined;
    this.#spaces();
    const quoted = this.#quoted();
    if (quoted !== undefined) return { type, parameters, address: [quoted] };
    const address = trimmed(this.template(isEnd, depth));
    return { type, parameters, address: address.length === 0 ? undefined : address };
  }

  /** A string in quotes. A backslash escapes within double quotes only. */
  #quoted(): string | undefined {
    const quote = this.text[this.#at];
    if (quote !== '"' && quote !== "'") return undefined;
    let value = '';
    for (let at = this.#at + 1; at < this.text.length; at += 1) {
      const character = this.text[at] ?? '';
      if (character === quote) {
        this.#at = at + 1;
        return value;
      }
      if (character === '\\' && quote === '"') {
        at += 1;
        value += this.text[at] ?? '';
      } else value += character;
    }
    return undefined;
  }

  #spaces(): void {
    while (/\s/.test(this.text[this.#at] ?? '')) this.#at += 1;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (!match) return undefined;
    this.#at += match[0].length;
    return match[0];
  }
}

function isEnd(character: string): boolean {
  return character === ',' || character === '}';
}

function isParameterEnd(character: string): boolean {
  return character === ',' || character === ')';
}

function literalOf(word: string): string | number | boolean | null {
  if (word === 'true' || word === 'false') return word === 'true';
  if (word === 'null') return null;
  const number = Number(word);
  return Number.isFinite(number) ? number : word;
}

/** The template without white space at its ends. */
function trimmed(template: Template): Template {
  return template
    .map((part, index) => {
      if (typeof part !== 'string') return part;
      const start = index === 0 ? part.trimStart() : part;
      return index === template.length - 1 ? start.trimEnd() : start;
    })
    .filter((part) => part !== '');
}
