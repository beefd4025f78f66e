import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';
import { LimitExceeded } from '#syntax/limits';
import { commentSpans } from '#syntax/yaml';

/** A `# …` comment of a YAML file. */
export interface Comment {
  /** From the `#` to the end of the line, line break left out. */
  readonly span: Span;
  /** What follows the `#`, blanks around it left out. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  /** True when nothing but blanks stands before it on its line. */
  readonly isAlone: boolean;
}

/**
 * The comments of a YAML file in their order; a `#` within quotes, plain text or a text block is none. JSON has no comments.
 * A file past a limit gives those before the place where it was found out.
 */
export function commentsOf(file: SourceFile, format: 'yaml' | 'json'): Comment[] {
  if (format === 'json' || !file.text.includes('#')) return [];
  const comments: Comment[] = [];
  try {
    for (const span of commentSpans(file.text)) {
      const { line } = file.position(span.start);
      const before = file.text.slice(file.lineStart(line), span.start);
      comments.push({
        span,
        text: file.text.slice(span.start + 1, span.end).trim(),
        line,
        isAlone: before.trim() === '',
      });
    }
  } catch (error) {
    if (!(error instanceof LimitExceeded)) throw error;
  }
  return comments;
}
