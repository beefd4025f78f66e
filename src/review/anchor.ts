import type { Related } from '#finding/finding';
import type { Judged } from '#finding/judgement';
import type { Diff, FileDiff } from '#source/diff';
import { type Location, linesOf } from '#source/file';

/** Where a comment can go: lines of one side of the diff, within one hunk. */
export interface Anchor {
  readonly path: string;
  readonly side: 'LEFT' | 'RIGHT';
  readonly startLine: number;
  readonly line: number;
  /** Why it is not the finding's own place: a related place that the change touches, or a change in the same resource. */
  readonly via: Related | 'resource' | undefined;
}

/** The commentable lines of one file of the diff. */
export class DiffLines {
  readonly #hunkOf = new Map<number, number>();
  readonly #added: number[] = [];
  readonly #deleted = new Map<number, number>();

  constructor(readonly file: FileDiff) {
    if (!file.complete) return;
    file.hunks.forEach((hunk, index) => {
      for (const line of hunk.lines) {
        if (line.head !== undefined) this.#hunkOf.set(line.head, index);
        if (line.kind === 'added' && line.head !== undefined) this.#added.push(line.head);
        if (line.kind === 'deleted' && line.base !== undefined) this.#deleted.set(line.base, index);
      }
    });
    this.#added.sort((a, b) => a - b);
  }

  /** Whether all lines of the head side, both ends included, lie in one hunk: GitHub rejects the whole review otherwise. */
  oneHunk(start: number, end: number): boolean {
    const hunk = this.#hunkOf.get(start);
    if (hunk === undefined) return false;
    for (let line = start; line <= end; line++) if (this.#hunkOf.get(line) !== hunk) return false;
    return true;
  }

  /** The last line of the head side, at most `end`, up to which all lines from `start` lie in one hunk. */
  within(start: number, end: number): number {
    let last = start;
    while (last < end && this.oneHunk(last, last + 1)) last++;
    return last;
  }

  isDeleted(line: number): boolean {
    return this.#deleted.has(line);
  }

  /** The last deleted line, at most `end`, up to which all lines from `start` are deleted in one hunk. */
  deletedUpTo(start: number, end: number): number {
    let last = start;
    while (last < end && this.#deleted.get(last + 1) === this.#deleted.get(start)) last++;
    return last;
  }

  /** The added line between two lines, both included, that is nearest to a third. */
  addedNear(start: number, end: number, near: number): number | undefined {
    let low = 0;
    let high = this.#added.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#added[middle] ?? 0) < near) low = middle + 1;
      else high = middle;
    }
    const candidates = [this.#added[low], this.#added[low - 1]].filter(
      (line): line is number => line !== undefined && line >= start && line <= end,
    );
    return candidates.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
  }
}

/** The commentable lines of a diff, by path; looked at only for files in which something was found. */
export class DiffIndex {
  readonly #byHead = new Map<string, FileDiff>();
  readonly #byBase = new Map<string, FileDiff>();
  readonly #lines = new Map<FileDiff, DiffLines>();

  constructor(diff: Diff) {
    for (const file of diff.files) {
      this.#byHead.set(file.path, file);
      this.#byBase.set(file.previousPath ?? file.path, file);
    }
  }

  head(path: string): DiffLines | undefined {
    return this.#of(this.#byHead.get(path));
  }

  base(path: string): DiffLines | undefined {
    return this.#of(this.#byBase.get(path));
  }

  #of(file: FileDiff | undefined): DiffLines | undefined {
    if (!file) return undefined;
    const known = this.#lines.get(file);
    if (known) return known;
    const lines = new DiffLines(file);
    this.#lines.set(file, lines);
    return lines;
  }
}

/** A finding that covers more lines than this is shown on its first line: a long highlight hides what it is about. */
const LONGEST_HIGHLIGHT = 10;

/**
 * The lines of the diff that a finding's comment belongs to: where its guard was deleted; its own lines; else a line of the
 * change that explains it, which is a related place or the nearest added line of its resource. Undefined when none is in the
 * diff: then it becomes an annotation.
 */
export function anchorOf(judged: Judged, index: DiffIndex): Anchor | undefined {
  const { finding, deleted } = judged;
  const own = (deleted && deletion(deleted, index)) ?? exact(finding.at, index, undefined);
  if (own) return own;
  const steps = (finding.steps ?? []).map(({ at, text }): Related => ({ at, message: `here ${text}` }));
  for (const related of [...steps.reverse(), ...finding.related]) {
    const anchor = exact(related.at, index, related);
    if (anchor && touched(related.at, index)) return anchor;
  }
  const extent = finding.resource?.extent;
  if (extent && extent.file.path === finding.at.file.path) {
    const anchor = nearest(extent, linesOf(finding.at).start, index);
    if (anchor) return anchor;
  }
  for (const related of finding.related) {
    const anchor = exact(related.at, index, related);
    if (anchor) return anchor;
  }
  return undefined;
}

function deletion(at: Location, index: DiffIndex): Anchor | undefined {
  const lines = index.base(at.file.path);
  if (!lines) return undefined;
  const { start, end } = linesOf(at);
  for (let line = start; line <= end; line++) {
    if (!lines.isDeleted(line)) continue;
    const last = lines.deletedUpTo(line, Math.min(end, line + LONGEST_HIGHLIGHT - 1));
    return { path: lines.file.path, side: 'LEFT', startLine: line, line: last, via: undefined };
  }
  return undefined;
}

function exact(at: Location, index: DiffIndex, via: Related | undefined): Anchor | undefined {
  const lines = index.head(at.file.path);
  if (!lines) return undefined;
  const { start, end } = linesOf(at);
  const right = { path: lines.file.path, side: 'RIGHT', via } as const;
  if (lines.oneHunk(start, start)) {
    const line = end - start < LONGEST_HIGHLIGHT ? lines.within(start, end) : start;
    return { ...right, startLine: start, line };
  }
  const added = lines.addedNear(start, end, start);
  return added === undefined ? undefined : { ...right, startLine: added, line: added };
}

function touched(at: Location, index: DiffIndex): boolean {
  const { start, end } = linesOf(at);
  return index.head(at.file.path)?.addedNear(start, end, start) !== undefined;
}

function nearest(extent: Location, near: number, index: DiffIndex): Anchor | undefined {
  const { start, end } = linesOf(extent);
  const line = index.head(extent.file.path)?.addedNear(start, end, near);
  if (line === undefined) return undefined;
  return { path: extent.file.path, side: 'RIGHT', startLine: line, line, via: 'resource' };
}
