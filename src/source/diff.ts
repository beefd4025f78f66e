/** Lines from 1; `count` 0 means that the side has no line here (a pure insertion or deletion), `start` the line before. */
export interface LineRange {
  readonly start: number;
  readonly count: number;
}

/** One line of a hunk. Context has both numbers, an added line only `head`, a deleted one only `base`. */
export interface DiffLine {
  readonly kind: 'context' | 'added' | 'deleted';
  readonly base?: number;
  readonly head?: number;
  readonly text: string;
}

export interface Hunk {
  readonly base: LineRange;
  readonly head: LineRange;
  readonly lines: readonly DiffLine[];
}

export interface FileDiff {
  readonly path: string;
  /** The path on the base side, where the file was renamed. */
  readonly previousPath?: string;
  readonly status: 'added' | 'modified' | 'removed' | 'renamed';
  readonly hunks: readonly Hunk[];
  /** False when the host withheld the patch (binary, too large): comments on its lines would be refused. */
  readonly complete: boolean;
}

/** What a pull request changes, against its merge base. */
export interface Diff {
  readonly files: readonly FileDiff[];
  /** False when the host did not list every changed file (GitHub lists 3,000 at most). */
  readonly complete: boolean;
}

/** The diff of a path on the head side. */
export function fileDiff(diff: Diff, path: string): FileDiff | undefined {
  return diff.files.find((file) => file.path === path);
}

/** The hunk that holds a line of the head side as an added or context line. */
export function hunkAt(file: FileDiff, headLine: number): Hunk | undefined {
  return file.hunks.find((hunk) => headLine >= hunk.head.start && headLine < hunk.head.start + hunk.head.count);
}

const HEADER = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;

/**
 * Reads the hunks of a unified patch as GitHub's `patch` field has them (no file header). `\ No newline at end of file` is
 * not a line. What follows a malformed header is left out.
 */
export function parsePatch(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  let current: { base: LineRange; head: LineRange; lines: DiffLine[] } | undefined;
  let base = 0;
  let head = 0;
  for (const line of patch.split('\n')) {
    const header = HEADER.exec(line);
    if (header) {
      base = Number(header[1]);
      head = Number(header[3]);
      current = {
        base: { start: base, count: Number(header[2] ?? 1) },
        head: { start: head, count: Number(header[4] ?? 1) },
        lines: [],
      };
      hunks.push(current);
      continue;
    }
    if (!current) continue;
    const text = line.slice(1);
    if (line.startsWith('+')) current.lines.push({ kind: 'added', head: head++, text });
    else if (line.startsWith('-')) current.lines.push({ kind: 'deleted', base: base++, text });
    else if (line.startsWith(' ') || (line === '' && !isFull(current)))
      current.lines.push({ kind: 'context', base: base++, head: head++, text });
  }
  return hunks;
}

function isFull(hunk: { base: LineRange; head: LineRange; lines: readonly DiffLine[] }): boolean {
  const base = hunk.lines.filter((line) => line.kind !== 'added').length;
  const head = hunk.lines.filter((line) => line.kind !== 'deleted').length;
  return base >= hunk.base.count && head >= hunk.head.count;
}
