import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';
import { tokensOf } from '#syntax/hcl/tokens';
import { LimitExceeded } from '#syntax/limits';
import { Faults } from '#syntax/reading';
import { commentSpans } from '#syntax/yaml';

/** A comment of one line; of one over several lines, one of its lines. */
export interface Comment {
  /** From the comment's sign, or the line's first character after blanks, to the comment's end on the line. */
  readonly span: Span;
  /** What it says, without signs and blanks around it. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** True when nothing but blanks and comments stands on its line. */
  readonly isAlone: boolean;
}

/**
 * The comments of a file in their order: YAML's `#`, HCL's `#`, `//` and those between slash and star. Within quotes, plain
 * text or a text block there are none; JSON has none at all. A file past a limit gives those before the place where it was
 * found out.
 */
export function commentsOf(file: SourceFile, format: 'yaml' | 'json' | 'hcl'): Comment[] {
  if (format === 'json') return [];
  const comments: Comment[] = [];
  try {
    for (const span of format === 'hcl' ? hclCommentSpans(file.text) : commentSpans(file.text)) {
      for (const part of linesOf(file.text, span)) {
        const { line } = file.position(part.start);
        comments.push({ span: part, text: textOf(file.slice(part), format), line, isAlone: isAlone(file, span, part) });
      }
    }
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
  }
  return comments;
}

function* hclCommentSpans(text: string): Generator<Span> {
  if (!/#|\/[/*]/.test(text)) return;
  for (const { kind, start, end } of tokensOf(text, new Faults())) if (kind === 'comment') yield { start, end };
}

/** The lines of a comment that say something. */
function linesOf(text: string, span: Span): Span[] {
  const lines: Span[] = [];
  let start = span.start;
  while (start < span.end) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? span.end : Math.min(span.end, lineBreak);
    const line = text.slice(start, end);
    if (line.trim() !== '')
      lines.push({ start: start + line.length - line.trimStart().length, end: start + line.trimEnd().length });
    start = end + 1;
  }
  return lines;
}

function textOf(source: string, format: 'yaml' | 'hcl'): string {
  if (format === 'yaml') return source.slice(1).trim();
  const inner = source.endsWith('*/') ? source.slice(0, -2) : source;
  return inner.replace(/^(#|\/\/|\/\*|\*)/, '').trim();
}

function isAlone(file: SourceFile, whole: Span, part: Span): boolean {
  const line = file.lineSpan(file.position(part.start).line);
  const before = file.text.slice(line.start, Math.max(line.start, whole.start)).replace('\uFEFF', '');
  const behind = whole.end < line.end ? file.text.slice(whole.end, line.end) : '';
  return before.trim() === '' && (behind.trim() === '' || /^[ \t]*(#|\/[/*])/.test(behind));
}
