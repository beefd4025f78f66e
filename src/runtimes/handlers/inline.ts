import type { PassedText } from '#model/needs/argument';
import type { Property } from '#model/property';
import { type Part, partsOf, Text } from '#model/text';
import { MARK, placeholder } from '#runtimes/engine/placeholders';
import { filledIn } from '#runtimes/handlers/filled-in';
import { lineMap } from '#runtimes/handlers/line-map';
import type { Edit } from '#source/edit';
import { type Location, SourceFile } from '#source/file';
import type { Span } from '#source/span';

/** Code that stands inside a template. */
export interface InlineCode {
  /** What is parsed, under the template's path: the code, with placeholders for what is filled in. */
  readonly file: SourceFile;
  /** The property of the template that holds it. */
  readonly at: Location;
  /** Where the code stands in the template as it is: an edit of the code as one of the template, and the other way. */
  readonly edits: CodeEdits | undefined;
  /** The span of the template that a span of the code is written in. */
  readonly placed: (span: Span) => Span;
  /** What the template fills in at each placeholder, as far as it is known. */
  readonly filled: readonly PassedText[];
}

/** Turns edits of code into edits of the template that it stands in, and back. */
export interface CodeEdits {
  readonly ofTemplate: (edit: Edit) => Edit;
  readonly ofCode: (edit: Edit) => Edit;
}

/** Characters of code in a template that are followed. CloudFormation takes 4 MB, and people write some hundred lines. */
const MAX_CHARACTERS = 200_000;

/**
 * The code that a property of a template holds. Where it stands there as it is, line by line, every place of the code is an exact place
 * of the template. Where it is escaped, folded or put together, positions are those of the lines
 * that a piece of code was found in, or of the property.
 * @returns undefined when the code is not known, or too long
 */
export function inlineCode(property: Property): InlineCode | undefined {
  const { text, location } = property;
  if (text === undefined) return undefined;
  const parts = partsOf(text);
  const length = parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 1), 0);
  if (length > MAX_CHARACTERS || location.span.end - location.span.start > 4 * MAX_CHARACTERS) return undefined;
  const known = parts.filter((part) => typeof part === 'string');
  if (known.join('').trim() === '' || known.some((part) => part.includes(MARK))) return undefined;
  return asWritten(location, parts) ?? putTogether(location, parts);
}

/** The code whose lines stand in the template one by one, behind the indentation of their block. */
function asWritten({ file, span }: Location, parts: readonly Part[]): InlineCode | undefined {
  const found = codeLines(file.slice(span), parts);
  if (!found) return undefined;
  const lines = new WrittenLines(span.start, found.pieces);
  const breaks = `\n${' '.repeat(found.indent)}`;
  return {
    file: new SourceFile(file.path, found.pieces.map(({ written }) => written).join('\n'), file.editable),
    at: { file, span },
    edits: {
      ofTemplate: (edit) => {
        const own = lines.inTemplate(edit.span);
        const isBeforeBreak = /^\r?(?:\n|$)/.test(file.text.slice(own.end, own.end + 2));
        return { ...edit, span: own, text: indentedText(edit.text, breaks, isBeforeBreak) };
      },
      ofCode: (edit) => ({ ...edit, span: lines.inCode(edit.span), text: edit.text.replaceAll(breaks, '\n') }),
    },
    placed: (one) => lines.inTemplate(one),
    filled: found.filled,
  };
}

/** A text of several lines with the block's indentation; lines without text have none. */
function indentedText(text: string, breaks: string, isBeforeBreak: boolean): string {
  const [first = '', ...others] = text.split('\n');
  return others.reduce((all, line, index) => {
    const isEmpty = line === '' && (index < others.length - 1 || isBeforeBreak);
    return `${all}${isEmpty ? '\n' : breaks}${line}`;
  }, first);
}

/** Where the lines of code are written, both ways. */
class WrittenLines {
  readonly #code: readonly number[];
  readonly #template: readonly number[];

  /** @param base the offset that the pieces' starts count from */
  constructor(base: number, pieces: Lines['pieces']) {
    let at = 0;
    this.#code = pieces.map(({ written }) => {
      const start = at;
      at += written.length + 1;
      return start;
    });
    this.#template = pieces.map(({ start }) => base + start);
  }

  inTemplate(span: Span): Span {
    return moved(span, this.#code, this.#template);
  }

  inCode(span: Span): Span {
    return moved(span, this.#template, this.#code);
  }
}

/** A span of lines that start at some offsets, where they start at others. */
function moved({ start, end }: Span, from: readonly number[], to: readonly number[]): Span {
  const move = (offset: number): number => {
    let low = 0;
    let high = from.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((from[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return (to[low] ?? 0) + offset - (from[low] ?? 0);
  };
  return { start: move(start), end: move(end) };
}

interface Lines {
  /** Pieces of the source that are code, each as it is to be parsed: of the same length. */
  readonly pieces: readonly { readonly start: number; readonly written: string }[];
  readonly filled: readonly PassedText[];
  /** The indentation of the block. */
  readonly indent: number;
}

/** Blocks of a property that are tried: `Fn::Sub` has its text, and a map beside it. */
const MAX_BLOCKS = 8;

/** Where the lines of the code stand in the source one by one: in a block, or all in one line between quotes. */
function codeLines(source: string, parts: readonly Part[]): Lines | undefined {
  if (!source.includes('\n')) {
    // Within quotes and in plain text of one line nothing but what is escaped differs.
    const start = /^['"]/.test(source) ? 1 : 0;
    return matched({ lines: [{ start, text: source.slice(start, start === 1 ? -1 : undefined) }], indent: 0 }, parts);
  }
  for (const block of blocksOf(source)) {
    const found = matched(block, parts);
    if (found) return found;
  }
  return undefined;
}

interface Line {
  readonly start: number;
  /** Without the indentation of the block, and without the line's break. */
  readonly text: string;
}

interface CodeBlock {
  readonly lines: readonly Line[];
  readonly indent: number;
}

/** The header of a YAML block that keeps its lines, and of HCL's heredoc. */
const HEADER = /(?:^|[\s:])(?:\|[-+1-9]{0,2}[ \t]{0,20}(?:#.{0,500})?|<<(-?)([A-Za-z_]\w{0,60}))$/;

function blocksOf(source: string): readonly CodeBlock[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    lines.push({ start: at, text: line.replace(/\r$/, '') });
    at += line.length + 1;
  }
  const blocks: CodeBlock[] = [];
  for (const [index, { text }] of lines.entries()) {
    const header = HEADER.exec(text);
    if (!header) continue;
    blocks.push(blockBelow(lines.slice(index + 1), header));
    if (blocks.length === MAX_BLOCKS) break;
  }
  return blocks;
}

function blockBelow(lines: readonly Line[], [, dash, end]: RegExpExecArray): CodeBlock {
  if (end === undefined) return indented(lines);
  const last = lines.findIndex(({ text }) => text.trim() === end);
  const own = last === -1 ? lines : lines.slice(0, last);
  return dash === '-' ? cut(own, smallest(own.flatMap(indentation))) : { lines: own, indent: 0 };
}

function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER);
}

/** The lines of a YAML block: as far as they are indented like the first that says something. */
function indented(lines: readonly Line[]): CodeBlock {
  // An indentation that the header tells counts from the parent's; the code then has blanks more, and is not taken as written.
  const indent = lines.flatMap(indentation)[0] ?? 0;
  const last = lines.findIndex((line) => indentation(line).some((own) => own < indent));
  return cut(last === -1 ? lines : lines.slice(0, last), indent);
}

/** How far a line is indented; nothing of one without text. */
function indentation({ text }: Line): readonly number[] {
  return text.trim() === '' ? [] : [text.length - text.trimStart().length];
}

function cut(lines: readonly Line[], indent: number): CodeBlock {
  const inner = lines.map(({ start, text }) => ({
    start: start + Math.min(indent, text.length),
    text: text.slice(indent),
  }));
  return { lines: inner, indent };
}

/** The lines as pieces, when together they are what the template says the code is. */
function matched({ lines, indent }: CodeBlock, parts: readonly Part[]): Lines | undefined {
  const text = lines.map((line) => line.text).join('\n');
  const found = filledIn(text, parts);
  if (!found) return undefined;
  const pieces: { start: number; written: string }[] = [];
  let at = 0;
  for (const line of lines) {
    pieces.push({ start: line.start, written: found.text.slice(at, at + line.text.length) });
    at += line.text.length + 1;
  }
  return { pieces, filled: found.filled, indent };
}

/** The code as the deployment gets it, with a placeholder for what is filled in. */
function putTogether(location: Location, parts: readonly Part[]): InlineCode {
  const filled: PassedText[] = [];
  const text = parts
    .map((part) => {
      if (typeof part === 'string') return part;
      filled.push(passedText(part));
      return placeholder(filled.length - 1, 4);
    })
    .join('');
  return {
    file: new SourceFile(location.file.path, text, false),
    at: location,
    edits: undefined,
    placed: lineMap(location, text),
    filled,
  };
}

function passedText(part: Exclude<Part, string>): PassedText {
  const text = new Text([part]);
  return part.kind === 'ref' || part.name !== undefined ? { text, written: text } : { text };
}
