import { diffArrays } from 'diff';

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
  /** Without its line feed; a carriage return before it is part of the text, as in git's patches. */
  readonly text: string;
  /** The file ends after this line without a line break. */
  readonly unterminated?: true;
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
 * not a line. Lines beyond what a hunk's header counts are left out, and so is what follows a malformed header; a hunk whose
 * patch ends early covers the lines that are there. Time and memory are linear in the patch.
 */
export function parsePatch(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  let hunk: OpenHunk | undefined;
  for (const line of patch.split('\n')) {
    if (line.startsWith('@@')) {
      if (hunk) hunks.push(hunk.close());
      hunk = OpenHunk.from(line);
    } else {
      hunk?.take(line);
    }
  }
  if (hunk) hunks.push(hunk.close());
  return hunks;
}

/** A hunk while its lines are read. */
class OpenHunk {
  readonly #lines: DiffLine[] = [];
  #base: number;
  #head: number;

  private constructor(
    readonly base: LineRange,
    readonly head: LineRange,
  ) {
    this.#base = base.start;
    this.#head = head.start;
  }

  static from(line: string): OpenHunk | undefined {
    const header = HEADER.exec(line);
    if (!header) return undefined;
    return new OpenHunk(
      { start: Number(header[1]), count: Number(header[2] ?? 1) },
      { start: Number(header[3]), count: Number(header[4] ?? 1) },
    );
  }

  take(line: string): void {
    const inBase = this.#base < this.base.start + this.base.count;
    const inHead = this.#head < this.head.start + this.head.count;
    const text = line.slice(1);
    if (line.startsWith('+') && inHead) this.#lines.push({ kind: 'added', head: this.#head++, text });
    else if (line.startsWith('-') && inBase) this.#lines.push({ kind: 'deleted', base: this.#base++, text });
    else if ((line.startsWith(' ') || line === '') && inBase && inHead)
      this.#lines.push({ kind: 'context', base: this.#base++, head: this.#head++, text });
    else if (line.startsWith('\\')) this.#endWithoutBreak();
  }

  close(): Hunk {
    const base = { start: this.base.start, count: this.base.count && this.#base - this.base.start };
    const head = { start: this.head.start, count: this.head.count && this.#head - this.head.start };
    return { base, head, lines: this.#lines };
  }

  #endWithoutBreak(): void {
    const last = this.#lines.pop();
    if (last) this.#lines.push({ ...last, unterminated: true });
  }
}

/** Hunks as a unified patch without a file header: what `parsePatch` reads. */
export function formatPatch(hunks: readonly Hunk[]): string {
  const lines: string[] = [];
  for (const hunk of hunks) {
    lines.push(`@@ -${hunk.base.start},${hunk.base.count} +${hunk.head.start},${hunk.head.count} @@`);
    for (const line of hunk.lines) {
      lines.push(`${line.kind === 'added' ? '+' : line.kind === 'deleted' ? '-' : ' '}${line.text}`);
      if (line.unterminated) lines.push('\\ No newline at end of file');
    }
  }
  return lines.join('\n');
}

/** Unchanged lines around a change, as git shows by default. */
const CONTEXT = 3;

/** Edits beyond which the shortest difference is not searched for: the search takes the square of it in time. */
const MAX_EDITS = 1000;

/**
 * The hunks that turn one text into another, with three lines of context as git makes them; undefined stands for a file that
 * does not exist. Texts that differ in more than MAX_EDITS lines get one hunk that replaces all from the first to the last
 * difference: longer than need be, but right.
 * @param firstLine the number of the texts' first line, for pieces of files that are equal above
 */
export function diffTexts(base: string | undefined, head: string | undefined, firstLine = 1): Hunk[] {
  return toHunks(changes(linesWithBreaks(base ?? ''), linesWithBreaks(head ?? '')), firstLine);
}

/** The diff of one file from its texts; undefined stands for a side on which it does not exist. */
export function diffFile(
  path: string,
  base: string | undefined,
  head: string | undefined,
  previousPath?: string,
): FileDiff {
  const renamed = previousPath !== undefined && previousPath !== path;
  const status = base === undefined ? 'added' : head === undefined ? 'removed' : renamed ? 'renamed' : 'modified';
  return { path, ...(renamed ? { previousPath } : {}), status, hunks: diffTexts(base, head), complete: true };
}

/** Lines with their line feeds; the last one may lack it. An empty text has no line. */
function linesWithBreaks(text: string): string[] {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const terminated = lines.map((line) => `${line}\n`);
  return last === '' ? terminated : [...terminated, last];
}

interface Run {
  readonly kind: DiffLine['kind'];
  readonly lines: readonly string[];
}

function changes(base: readonly string[], head: readonly string[]): Run[] {
  const shorter = Math.min(base.length, head.length);
  let prefix = 0;
  while (prefix < shorter && base[prefix] === head[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && base[base.length - 1 - suffix] === head[head.length - 1 - suffix]) suffix++;
  const runs: Run[] = [
    { kind: 'context', lines: base.slice(0, prefix) },
    ...between(base.slice(prefix, base.length - suffix), head.slice(prefix, head.length - suffix)),
    { kind: 'context', lines: base.slice(base.length - suffix) },
  ];
  return runs.filter((run) => run.lines.length > 0);
}

function between(base: string[], head: string[]): Run[] {
  const all: Run[] = [
    { kind: 'deleted', lines: base },
    { kind: 'added', lines: head },
  ];
  if (base.length === 0 || head.length === 0) return all;
  const found = diffArrays(base, head, { maxEditLength: MAX_EDITS });
  if (!found) return all;
  return found.map((change) => ({
    kind: change.added ? 'added' : change.removed ? 'deleted' : 'context',
    lines: change.value,
  }));
}

function toHunks(runs: readonly Run[], firstLine: number): Hunk[] {
  const hunks: Hunk[] = [];
  let lines: DiffLine[] = [];
  let base = firstLine;
  let head = firstLine;
  const close = () => {
    if (lines.length > 0) hunks.push(hunkOf(lines, base, head));
    lines = [];
  };
  runs.forEach((run, index) => {
    if (run.kind !== 'context') {
      for (const text of run.lines) lines.push(run.kind === 'added' ? added(text, head++) : deleted(text, base++));
      return;
    }
    const after = index === 0 ? 0 : CONTEXT;
    const before = index === runs.length - 1 ? 0 : CONTEXT;
    if (run.lines.length > after + before) {
      for (const text of run.lines.slice(0, after)) lines.push(context(text, base++, head++));
      close();
      const skipped = run.lines.length - after - before;
      base += skipped;
      head += skipped;
      for (const text of run.lines.slice(run.lines.length - before)) lines.push(context(text, base++, head++));
    } else {
      for (const text of run.lines) lines.push(context(text, base++, head++));
    }
  });
  close();
  return hunks;
}

/** A hunk from its lines; `base` and `head` are the line numbers that come after it. */
function hunkOf(lines: readonly DiffLine[], base: number, head: number): Hunk {
  const inBase = lines.filter((line) => line.base !== undefined).length;
  const inHead = lines.filter((line) => line.head !== undefined).length;
  return {
    base: { start: inBase === 0 ? base - 1 : base - inBase, count: inBase },
    head: { start: inHead === 0 ? head - 1 : head - inHead, count: inHead },
    lines,
  };
}

const added = (line: string, head: number): DiffLine => ({ kind: 'added', head, ...textOf(line) });
const deleted = (line: string, base: number): DiffLine => ({ kind: 'deleted', base, ...textOf(line) });
const context = (line: string, base: number, head: number): DiffLine => ({
  kind: 'context',
  base,
  head,
  ...textOf(line),
});

function textOf(line: string): Pick<DiffLine, 'text' | 'unterminated'> {
  return line.endsWith('\n') ? { text: line.slice(0, -1) } : { text: line, unterminated: true };
}
