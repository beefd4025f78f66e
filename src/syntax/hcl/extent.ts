import type { SourceFile } from '#source/file';
import { tokensOf } from '#syntax/hcl/tokens';
import { LimitExceeded } from '#syntax/limits';
import { Faults } from '#syntax/reading';

const OPENING: ReadonlySet<string> = new Set(['{', '[', '(', 'heredoc']);
const CLOSING: ReadonlySet<string> = new Set(['}', ']', ')', 'end-heredoc']);

/** The line on which the brackets and text blocks that a line opens are closed again; the line itself when it opens none. */
export function lastLineOpened(file: SourceFile, line: number): number {
  const start = file.lineStart(line);
  const { end } = file.lineSpan(line);
  let open = 0;
  try {
    for (const token of tokensOf(file.text, new Faults())) {
      if (token.start < start) continue;
      if (token.start >= end && open <= 0) return line;
      if (OPENING.has(token.kind)) open += 1;
      if (!CLOSING.has(token.kind)) continue;
      open = Math.max(0, open - 1);
      if (open === 0 && token.start > end) return file.position(token.start).line;
    }
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
  }
  return line;
}

/** The first and last lines of the blocks and arguments of a file that are within no other, in order, as far as it can be read. */
export function topLevelLines(file: SourceFile): readonly { readonly start: number; readonly end: number }[] {
  const found: { readonly start: number; readonly end: number }[] = [];
  let open = 0;
  let first: number | undefined;
  try {
    for (const token of tokensOf(file.text, new Faults())) {
      if (token.kind === 'comment') continue;
      if (OPENING.has(token.kind)) open += 1;
      if (CLOSING.has(token.kind)) open = Math.max(0, open - 1);
      if (token.kind !== 'newline' && token.kind !== 'end') first ??= token.start;
      else if (open === 0 && first !== undefined) {
        found.push({ start: file.position(first).line, end: file.position(token.start).line });
        first = undefined;
      }
    }
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
  }
  return found;
}
