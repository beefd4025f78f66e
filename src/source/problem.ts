import type { SourceFile } from '#source/file';
import type { Span } from '#source/span';

/**
 * Why a relevant file, or a part of it, could not be read or was left out. A problem is always told to the user.
 * `unreadable`: nothing of the file could be used, which fails the check when the change caused it (law 7);
 * `partial`: what could be read was reviewed; `skipped`: left out on purpose (too large, too many), with the limit named.
 */
export interface Problem {
  readonly kind: 'unreadable' | 'partial' | 'skipped';
  readonly path: string;
  /** Line from 1, where it is known. */
  readonly line?: number;
  /** One sentence that names what is wrong and what to do; plain text, without any secret's value. */
  readonly message: string;
}

/** A problem at an offset of a file. */
export function problemAt(kind: Problem['kind'], file: SourceFile, span: Span, message: string): Problem {
  return { kind, path: file.path, line: file.position(span.start).line, message };
}
