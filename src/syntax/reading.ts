import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { problemAt } from '#source/problem';
import type { Span } from '#source/span';
import type { DataNode } from '#syntax/document';
import { MAX_PROBLEMS } from '#syntax/limits';

/** What a reader of one format made of a text. */
export interface Reading {
  readonly root: DataNode | undefined;
  readonly faults: readonly Fault[];
}

/**
 * Something wrong at a place of the text. `syntax`: an error of the format that leaves the rest in its place; `bent`: one
 * after which other values may be read in the wrong place; `note`: valid, but the author should know.
 */
export interface Fault {
  readonly kind: 'syntax' | 'bent' | 'note';
  readonly span: Span;
  readonly message: string;
}

/** Gathers faults, at most one per place and MAX_PROBLEMS in all: the first error of a place tells the cause. */
export class Faults {
  readonly #faults: Fault[] = [];
  readonly #places = new Set<number>();

  add(kind: Fault['kind'], span: Span, message: string): void {
    if (this.#faults.length >= MAX_PROBLEMS || this.#places.has(span.start)) return;
    this.#places.add(span.start);
    this.#faults.push({ kind, span, message });
  }

  list(): readonly Fault[] {
    return [...this.#faults].sort((a, b) => a.span.start - b.span.start);
  }
}

/** The problems of a file, one per line and sentence. */
export function problemsOf(file: SourceFile, faults: readonly Fault[], kind: 'unreadable' | 'partial'): Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const fault of faults) {
    const problem = problemAt(kind, file, fault.span, fault.message);
    const key = `${problem.line} ${problem.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    problems.push(problem);
  }
  return problems;
}
