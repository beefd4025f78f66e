import type { Span } from '#source/span';

/** A place a person can be sent to: lines and columns count from 1, columns in UTF-16 units as GitHub's annotations do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The text of one file at one commit. Lines are derived when first asked for. */
export class SourceFile {
  #lineStarts: readonly number[] | undefined;

  /**
   * @param path relative to the repository's root, with forward slashes
   * @param text the decoded text, byte order mark kept
   * @param editable false when the bytes were not UTF-8, so that writing the text back would change other bytes
   */
  constructor(
    readonly path: string,
    readonly text: string,
    readonly editable = true,
  ) {}

  get lineCount(): number {
    const starts = this.#starts();
    return this.text.endsWith('\n') ? starts.length - 1 : starts.length;
  }

  /** The line break that the file uses most; what an insertion must use. */
  get eol(): '\n' | '\r\n' {
    const crlf = this.text.split('\r\n').length - 1;
    const lf = this.text.split('\n').length - 1 - crlf;
    return crlf > lf ? '\r\n' : '\n';
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  position(offset: number): Position {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** The offset at which a line starts; a line past the end is the end of the text. */
  lineStart(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  /** The span of a line without its line break. */
  lineSpan(line: number): Span {
    const start = this.lineStart(line);
    const next = line < this.#starts().length ? this.lineStart(line + 1) : this.text.length;
    let end = next;
    if (end > start && this.text[end - 1] === '\n') end -= 1;
    if (end > start && this.text[end - 1] === '\r') end -= 1;
    return { start, end };
  }

  line(line: number): string {
    return this.slice(this.lineSpan(line));
  }

  #starts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}

/** A span of a file: where something is written. */
export interface Location {
  readonly file: SourceFile;
  readonly span: Span;
}

/** The lines that a location covers, from 1, both included; a span that ends just after a line break ends on that line. */
export function linesOf(at: Location): { readonly start: number; readonly end: number } {
  const start = at.file.position(at.span.start).line;
  const last = Math.max(at.span.start, at.span.end - 1);
  return { start, end: at.file.position(last).line };
}
