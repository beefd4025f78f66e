import { MARK } from '#runtimes/engine/placeholders';
import type { Location } from '#source/file';
import type { Span } from '#source/span';

/** How a line of code may be written in a template: as it is, in JSON and YAML's double quotes, in YAML's single ones. */
const WRITINGS: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => JSON.stringify(line).slice(1, -1),
  (line) => line.replaceAll("'", "''"),
];

/**
 * Where the lines of a code are written that a template has escaped, folded or in pieces: each line of it is looked for after the one
 * before. Where one is not found, all is as far as anybody can tell somewhere in the property.
 */
export function lineMap({ file, span }: Location, code: string): (span: Span) => Span {
  const source = file.slice(span);
  const lines: { readonly start: number; readonly span: Span }[] = [];
  let at = 0;
  let start = 0;
  for (const line of code.split('\n')) {
    const piece = longestPiece(line);
    const found = piece === '' ? { start: at, end: at } : find(source, piece, at);
    if (!found) return () => span;
    lines.push({ start, span: { start: span.start + found.start, end: span.start + found.end } });
    at = found.end;
    start += line.length + 1;
  }
  const lineAt = (offset: number): Span => (lines.findLast((one) => one.start <= offset) ?? { span }).span;
  return (one) => {
    const first = lineAt(one.start);
    return { start: first.start, end: Math.max(first.end, lineAt(Math.max(one.start, one.end - 1)).end) };
  };
}

/** Of a line, the longest piece that the template does not fill in. */
function longestPiece(line: string): string {
  const pieces = line.split(new RegExp(`${MARK}\\w{2,200}${MARK}`)).map((piece) => piece.trim());
  return pieces.reduce((best, piece) => (piece.length > best.length ? piece : best), '');
}

function find(source: string, piece: string, from: number): Span | undefined {
  for (const writing of WRITINGS) {
    const written = writing(piece);
    const start = source.indexOf(written, from);
    if (start !== -1) return { start, end: start + written.length };
  }
  return undefined;
}
