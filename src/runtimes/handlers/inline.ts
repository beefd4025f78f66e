import type { PassedText } from '#model/needs/argument';
import type { Property } from '#model/property';
import { type Part, partsOf, Text } from '#model/text';
import { MARK, placeholder } from '#runtimes/engine/placeholders';
import { filledIn } from '#runtimes/handlers/filled-in';
import { lineMap } from '#runtimes/handlers/line-map';
import { type Location, SourceFile } from '#source/file';
import type { Span } from '#source/span';

/** Code that stands inside a template. */
export interface InlineCode {
  /** What is parsed, under the template's path: the code, with placeholders for what is filled in. */
  readonly file: SourceFile;
  /** The property of the template that holds it. */
  readonly at: Location;
  /** Whether the code stands in the template as it is, so that an edit of the code is one of the template. */
  readonly isExact: boolean;
  /** The span of the template that a span of the code is written in. */
  readonly placed: (span: Span) => Span;
  /** What the template fills in at each placeholder, as far as it is known. */
  readonly filled: readonly PassedText[];
}

/** Characters of code in a template that are followed. CloudFormation takes 4 MB, and people write some hundred lines. */
const MAX_CHARACTERS = 200_000;

/**
 * The code that a property of a template holds. Where it stands there as it is, line by line, what is parsed is the property's text with
 * blanks around the code: every offset is the template's own, counted from the property. Where it is escaped, folded or put together, positions are those of the lines
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

/** The property's text with blanks for all that is not the code. */
function asWritten({ file, span }: Location, parts: readonly Part[]): InlineCode | undefined {
  const source = file.slice(span);
  const found = codeLines(source, parts);
  if (!found) return undefined;
  const blank = (text: string): string => text.replace(/[^\r\n]/g, ' ');
  let text = '';
  let done = 0;
  for (const { start, written } of found.pieces) {
    text += blank(source.slice(done, start)) + written;
    done = start + written.length;
  }
  text += blank(source.slice(done));
  return {
    file: new SourceFile(file.path, text, file.editable),
    at: { file, span },
    isExact: true,
    placed: ({ start, end }) => ({ start: span.start + start, end: span.start + end }),
    filled: found.filled,
  };
}

interface Lines {
  /** Pieces of the source that are code, each as it is to be parsed: of the same length. */
  readonly pieces: readonly { readonly start: number; readonly written: string }[];
  readonly filled: readonly PassedText[];
}

/** Blocks of a property that are tried: `Fn::Sub` has its text, and a map beside it. */
const MAX_BLOCKS = 8;

/** Where the lines of the code stand in the source one by one: in a block, or all in one line between quotes. */
function codeLines(source: string, parts: readonly Part[]): Lines | undefined {
  if (!source.includes('\n')) {
    // Within quotes and in plain text of one line nothing but what is escaped differs.
    const start = /^['"]/.test(source) ? 1 : 0;
    return matched([{ start, text: source.slice(start, start === 1 ? -1 : undefined) }], parts);
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

/** The header of a YAML block that keeps its lines, and of HCL's heredoc. */
const HEADER = /(?:^|[\s:])(?:\|[-+1-9]{0,2}[ \t]{0,20}(?:#.{0,500})?|<<(-?)([A-Za-z_]\w{0,60}))$/;

function blocksOf(source: string): readonly (readonly Line[])[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    lines.push({ start: at, text: line.replace(/\r$/, '') });
    at += line.length + 1;
  }
  const blocks: (readonly Line[])[] = [];
  for (const [index, { text }] of lines.entries()) {
    const header = HEADER.exec(text);
    if (!header) continue;
    blocks.push(blockBelow(lines.slice(index + 1), header));
    if (blocks.length === MAX_BLOCKS) break;
  }
  return blocks;
}

function blockBelow(lines: readonly Line[], [, dash, end]: RegExpExecArray): readonly Line[] {
  if (end === undefined) return indented(lines);
  const last = lines.findIndex(({ text }) => text.trim() === end);
  const own = last === -1 ? lines : lines.slice(0, last);
  return dash === '-' ? cut(own, smallest(own.flatMap(indentation))) : own;
}

function smallest(numbers: readonly number[]): number {
  return numbers.reduce((least, one) => Math.min(least, one), Number.MAX_SAFE_INTEGER);
}

/** The lines of a YAML block: as far as they are indented like the first that says something. */
function indented(lines: readonly Line[]): readonly Line[] {
  // An indentation that the header tells counts from the parent's; the code then has blanks more, and is not taken as written.
  const indent = lines.flatMap(indentation)[0] ?? 0;
  const last = lines.findIndex((line) => indentation(line).some((own) => own < indent));
  return cut(last === -1 ? lines : lines.slice(0, last), indent);
}

/** How far a line is indented; nothing of one without text. */
function indentation({ text }: Line): readonly number[] {
  return text.trim() === '' ? [] : [text.length - text.trimStart().length];
}

function cut(lines: readonly Line[], indent: number): readonly Line[] {
  return lines.map(({ start, text }) => ({
    start: start + Math.min(indent, text.length),
    text: text.slice(indent),
  }));
}

/** The lines as pieces, when together they are what the template says the code is. */
function matched(lines: readonly Line[], parts: readonly Part[]): Lines | undefined {
  const text = lines.map((line) => line.text).join('\n');
  const found = filledIn(text, parts);
  if (!found) return undefined;
  const pieces: { start: number; written: string }[] = [];
  let at = 0;
  for (const line of lines) {
    pieces.push({ start: line.start, written: found.text.slice(at, at + line.text.length) });
    at += line.text.length + 1;
  }
  return { pieces, filled: found.filled };
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
    isExact: false,
    placed: lineMap(location, text),
    filled,
  };
}

function passedText(part: Exclude<Part, string>): PassedText {
  const text = new Text([part]);
  return part.kind === 'ref' || part.name !== undefined ? { text, written: text } : { text };
}
