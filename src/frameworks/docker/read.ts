import {
  type Add,
  type Arg,
  type Copy,
  type Dockerfile,
  DockerfileParser,
  type From,
  type Instruction,
  type JSONInstruction,
  type Property,
} from 'dockerfile-ast';
import { type Part, Text } from '#model/text';
import type { SetValue, Value } from '#model/value';
import type { Location, SourceFile } from '#source/file';
import type { Span } from '#source/span';

/**
 * Dockerfiles are written by hand and short: the parser's time grows with the square of the instructions, and is some 50 ms at
 * this size.
 */
export const MAX_CHARACTERS = 100_000;
export const MAX_LINES = 4_000;

/** How the text of a value may be replaced. */
export interface Written {
  /** `image` and `word` hold one word; `value` a word or quoted text; `rest` everything to the end of the line; `line` a command. */
  readonly form: 'image' | 'word' | 'value' | 'rest' | 'line';
  readonly span: Span;
}

/** What a Dockerfile says, as values, with what edits need to know of them. */
export interface Reading {
  readonly properties: SetValue;
  /** The first FROM: where a person is to look for the image as a whole. */
  readonly heading: Location;
  readonly written: ReadonlyMap<Value, Written>;
  /** By the value of an instruction or of one variable: the text to take away to be rid of it. */
  readonly removable: ReadonlyMap<Value, Span>;
}

/** Reads a Dockerfile. Throws what the parser throws. Undefined without a FROM. */
export function readDockerfile(file: SourceFile): Reading | undefined {
  return new Reader(file).read();
}

class Reader {
  readonly #written = new Map<Value, Written>();
  readonly #removable = new Map<Value, Span>();
  readonly #lines: readonly number[];
  readonly #parsed: Dockerfile;
  readonly #defaults = new Map<string, string>();

  constructor(readonly file: SourceFile) {
    this.#lines = lineStarts(file.text);
    this.#parsed = DockerfileParser.parse(file.text);
  }

  read(): Reading | undefined {
    const instructions = this.#parsed.getInstructions();
    const first = instructions.findIndex((one) => one.getKeyword() === 'FROM');
    const from = instructions[first];
    if (!from) return undefined;
    const heading = this.#at(this.#spanOf(from));
    const args = new Map<string, Value>();
    for (const one of instructions.slice(0, first)) {
      if (one.getKeyword() !== 'ARG') continue;
      for (const [name, value] of this.#variables(one, [(one as Arg).getProperty()])) {
        args.set(name, value);
        if (value.kind === 'set' && typeof value.data === 'string') this.#defaults.set(name, value.data);
      }
    }
    const stages: Value[] = [];
    let open: Instruction[] = [];
    for (const one of instructions.slice(first)) {
      if (one.getKeyword() === 'FROM' && open.length > 0) {
        stages.push(this.#stage(open));
        open = [];
      }
      open.push(one);
    }
    if (open.length > 0) stages.push(this.#stage(open));
    const whole = this.#at({ start: 0, end: this.file.text.length });
    const properties: SetValue = {
      kind: 'set',
      at: whole,
      key: heading,
      data: new Map<string, Value>([
        ...(args.size > 0 ? [['ARG', { kind: 'set', at: heading, data: args } satisfies SetValue] as const] : []),
        ['Stages', { kind: 'set', at: heading, data: stages }],
      ]),
    };
    return { properties, heading, written: this.#written, removable: this.#removable };
  }

  #stage(instructions: readonly Instruction[]): Value {
    const [from, ...rest] = instructions as [From, ...Instruction[]];
    const data = new Map<string, Value>();
    const name = from.getBuildStage();
    const nameRange = from.getBuildStageRange();
    if (name !== null && nameRange) data.set('Name', this.#set(this.#span(nameRange), name, 'word'));
    const imageRange = from.getImageRange();
    const image = from.getImage();
    if (image !== null && imageRange) data.set('FROM', this.#image(this.#span(imageRange), image, from));
    const own = rest.flatMap((one) => this.#instruction(one));
    const { start } = this.#spanOf(from);
    const { end } = this.#spanOf(rest.at(-1) ?? from);
    data.set('Instructions', { kind: 'set', at: this.#at(this.#spanOf(from)), data: own });
    return { kind: 'set', at: this.#at({ start, end }), key: this.#at(this.#spanOf(from)), data };
  }

  /** The image with the defaults of the build arguments in it. */
  #image(span: Span, image: string, from: From): Value {
    const text = variablesIn(image);
    const key = this.#at(this.#span(from.getInstructionRange()));
    if (!(text instanceof Text)) return this.#set(span, text, 'image', key);
    const names = text.parts.flatMap((part) => (typeof part === 'object' && part.kind === 'hole' ? [part.name] : []));
    const filled = Text.of(
      text.parts.map((part): Part => {
        if (typeof part === 'string' || part.kind !== 'hole') return part;
        return this.#defaults.get(part.name ?? '') ?? fallbackOf(part.why) ?? part;
      }),
    );
    return { kind: 'set', at: this.#at(span), key, data: filled, parameter: names[0] ?? '' };
  }

  #instruction(one: Instruction): Value[] {
    const keyword = one.getKeyword();
    const span = this.#spanOf(one);
    const key = this.#at(this.#span(one.getInstructionRange()));
    const value = this.#argument(one, key);
    if (!value) return [];
    const made: SetValue = { kind: 'set', at: this.#at(span), data: new Map([[keyword, value]]) };
    this.#removable.set(made, this.#wholeLines(span));
    return [made];
  }

  #argument(one: Instruction, key: Location): Value | undefined {
    const keyword = one.getKeyword();
    if (keyword === 'ENV' || keyword === 'LABEL' || keyword === 'ARG') {
      const properties =
        keyword === 'ARG'
          ? [(one as Arg).getProperty()]
          : (one as Instruction & { getProperties(): Property[] }).getProperties();
      return { kind: 'set', at: this.#at(this.#spanOf(one)), key, data: this.#variables(one, properties) };
    }
    if (keyword === 'COPY' || keyword === 'ADD') return this.#copy(one as Copy | Add, key);
    const range = one.getArgumentsRange();
    if (!range) return undefined;
    const span = this.#span(range);
    return this.#set(span, this.file.slice(span), 'line', key);
  }

  #variables(one: Instruction, properties: readonly (Property | null)[]): Map<string, Value> {
    const found = new Map<string, Value>();
    const all = properties.filter((property) => property !== null);
    all.forEach((property, index) => {
      const nameSpan = this.#span(property.getNameRange());
      const key = this.#at(nameSpan);
      const range = property.getValueRange();
      const text = property.getValue();
      if (!range || text === null) {
        found.set(property.getName(), { kind: 'set', at: key, key, data: null });
        return;
      }
      const span = this.#span(range);
      const form = property.getAssignmentOperator() === null ? 'rest' : 'value';
      const value = this.#set(span, variablesIn(text), form, key);
      const before = all[index - 1];
      const next = all[index + 1];
      if (next) this.#removable.set(value, { start: nameSpan.start, end: this.#span(next.getNameRange()).start });
      else if (before) this.#removable.set(value, { start: this.#span(before.getRange()).end, end: span.end });
      else this.#removable.set(value, this.#wholeLines(this.#spanOf(one)));
      found.set(property.getName(), value);
    });
    return found;
  }

  #copy(one: Copy | Add, key: Location): Value {
    const strings = (one as JSONInstruction).getJSONStrings();
    const words = (strings.length > 0 ? strings : one.getArguments()).map((argument): Value => {
      const span = this.#span(argument.getRange());
      const text = this.file.slice(span);
      return this.#set(span, variablesIn(/^".*"$/.test(text) ? text.slice(1, -1) : text), 'word');
    });
    const at = this.#at(this.#spanOf(one));
    const flags = new Map<string, Value>();
    for (const flag of one.getFlags()) {
      const range = flag.getValueRange();
      if (range) flags.set(flag.getName(), this.#set(this.#span(range), flag.getValue() ?? '', 'word'));
    }
    const destination = words.at(-1);
    return {
      kind: 'set',
      at,
      key,
      data: new Map<string, Value>([
        ['Sources', { kind: 'set', at, data: words.slice(0, -1) }],
        ...(destination ? [['Destination', destination] as const] : []),
        ...(flags.size > 0 ? [['Flags', { kind: 'set', at, data: flags } satisfies SetValue] as const] : []),
      ]),
    };
  }

  #set(span: Span, data: string | Text, form: Written['form'], key?: Location): SetValue {
    const value: SetValue = { kind: 'set', at: this.#at(span), data, ...(key ? { key } : {}) };
    this.#written.set(value, { form, span });
    return value;
  }

  #at(span: Span): Location {
    return { file: this.file, span };
  }

  #spanOf(one: Instruction): Span {
    return this.#span(one.getRange());
  }

  #span(range: { readonly start: Position; readonly end: Position }): Span {
    return { start: this.#offset(range.start), end: this.#offset(range.end) };
  }

  #offset({ line, character }: Position): number {
    return Math.min((this.#lines[line] ?? this.file.text.length) + character, this.file.text.length);
  }

  #wholeLines({ start, end }: Span): Span {
    const next = this.file.text.indexOf('\n', end);
    return { start, end: next === -1 ? this.file.text.length : next + 1 };
  }
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where lines start as the parser counts them: after LF, CRLF and CR. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) starts.push(at + 1);
  }
  return starts;
}

/** A string with its `$NAME` and `${NAME:-default}` as holes: `why` is the variable as written. */
export function variablesIn(text: string): string | Text {
  if (!text.includes('$')) return text;
  const parts: Part[] = [];
  let done = 0;
  for (const match of text.matchAll(
    /(?<!\\)\$(?:\{([A-Za-z_]\w{0,100})(:-[^{}]{0,200})?[^{}]{0,200}\}|([A-Za-z_]\w{0,100}))/g,
  )) {
    const name = match[1] ?? match[3] ?? '';
    parts.push(text.slice(done, match.index), { kind: 'hole', why: match[0], name });
    done = match.index + match[0].length;
  }
  return Text.of([...parts, text.slice(done)]);
}

/** What stands in for a variable without a value: `${NAME:-this}`. */
function fallbackOf(variable: string): string | undefined {
  return /^\$\{\w{1,101}:-([^{}$]{1,200})\}$/.exec(variable)?.[1];
}
