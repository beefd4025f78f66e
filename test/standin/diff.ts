/** Diffs as GitHub lists them: three lines of context, renames by similarity, no patch of binary or too large changes. */
import { type StructuredPatchHunk, structuredPatch } from 'diff';
import type { Entry, ObjectStore } from '#test/standin/git';

/** One changed file of a comparison, in the words of `pulls/list-files`. */
export interface FileChange {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** Blob id on the head side (of the removed file for removals). */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  readonly changes: number;
  /** Absent for binary files, pure renames, and diffs beyond GitHub's limit of one file. */
  readonly patch?: string;
  readonly hunks: readonly StructuredPatchHunk[];
}

/** Of one file, GitHub shows at most 20,000 lines or 500 KB of diff (docs: repository limits). */
const maxPatchLines = 20_000;
const maxPatchBytes = 500_000;
/** Git takes two files for one renamed when half of their content is the same. */
const similar = 0.5;

/** Git's own guess: a NUL among the first 8,000 bytes. */
export function isBinary(content: Uint8Array): boolean {
  return content.subarray(0, 8000).includes(0);
}

/** Lists what changed between two trees, sorted by path as GitHub sorts. */
export function compareTrees(store: ObjectStore, base: string | undefined, head: string): FileChange[] {
  const before = base === undefined ? new Map<string, Entry>() : store.files(base);
  const after = store.files(head);
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const added = new Map([...after].filter(([path]) => !before.has(path)));
  const changes: FileChange[] = [];
  for (const [path, entry] of after) {
    const old = before.get(path);
    if (old !== undefined && (old.sha !== entry.sha || old.mode !== entry.mode)) {
      changes.push(
        describe(store, { filename: path, status: old.sha === entry.sha ? 'changed' : 'modified' }, old, entry),
      );
    }
  }
  for (const [path, from] of renames(store, removed, added)) {
    const [old, entry] = [removed.get(from), added.get(path)];
    removed.delete(from);
    added.delete(path);
    changes.push(describe(store, { filename: path, previous_filename: from, status: 'renamed' }, old, entry));
  }
  for (const [path, entry] of added)
    changes.push(describe(store, { filename: path, status: 'added' }, undefined, entry));
  for (const [path, entry] of removed)
    changes.push(describe(store, { filename: path, status: 'removed' }, entry, undefined));
  return changes.sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

/** Pairs added with removed files: the same content first, then the most similar text. */
function renames(store: ObjectStore, removed: Map<string, Entry>, added: Map<string, Entry>): Map<string, string> {
  const pairs = new Map<string, string>();
  const free = new Map(removed);
  const same = new Map<string, string[]>();
  for (const [path, { sha }] of removed) same.set(sha, [...(same.get(sha) ?? []), path]);
  for (const [path, { sha }] of added) {
    const from = same.get(sha)?.shift();
    if (from === undefined) continue;
    pairs.set(path, from);
    free.delete(from);
  }
  if (free.size * added.size > 10_000) return pairs; // Git gives up searching inexact renames of many files, too.
  for (const [path, entry] of added) {
    if (pairs.has(path)) continue;
    const scored = [...free].map(([from, old]) => [from, similarity(store, old, entry)] as const);
    const best = scored.sort((a, b) => b[1] - a[1])[0];
    if (best === undefined || best[1] < similar) continue;
    pairs.set(path, best[0]);
    free.delete(best[0]);
  }
  return pairs;
}

function similarity(store: ObjectStore, old: Entry, entry: Entry): number {
  const [a, b] = [store.blob(old.sha), store.blob(entry.sha)];
  if (a === undefined || b === undefined || old.mode !== entry.mode || isBinary(a) || isBinary(b)) return 0;
  const rest = new Map<string, number>();
  for (const line of lines(a)) rest.set(line, (rest.get(line) ?? 0) + 1);
  let same = 0;
  for (const line of lines(b)) {
    const left = rest.get(line) ?? 0;
    if (left === 0) continue;
    rest.set(line, left - 1);
    same += Buffer.byteLength(line) + 1;
  }
  return same / Math.max(a.length, b.length, 1);
}

function lines(content: Uint8Array): string[] {
  const text = Buffer.from(content).toString('utf8');
  const found = text.split('\n');
  return found.at(-1) === '' ? found.slice(0, -1) : found;
}

type Named = Pick<FileChange, 'filename' | 'previous_filename' | 'status'>;

function describe(store: ObjectStore, named: Named, old: Entry | undefined, entry: Entry | undefined): FileChange {
  const sha = entry?.sha ?? old?.sha ?? '';
  const [before, after] = [text(store, old), text(store, entry)];
  const none = { ...named, sha, additions: 0, deletions: 0, changes: 0, hunks: [] };
  if (before === undefined || after === undefined || before === after) return none;
  const patch = structuredPatch('a', 'b', before, after, '', '', { context: 3, maxEditLength: maxPatchLines });
  if (patch === undefined) {
    const [deletions, additions] = [count(before), count(after)];
    return { ...none, additions, deletions, changes: additions + deletions };
  }
  const all = patch.hunks.flatMap((hunk) => hunk.lines);
  const additions = all.filter((line) => line.startsWith('+')).length;
  const deletions = all.filter((line) => line.startsWith('-')).length;
  const counted = { ...none, additions, deletions, changes: additions + deletions };
  const shown = patch.hunks.map((hunk) => printHunk(hunk, before)).join('\n');
  if (all.length > maxPatchLines || Buffer.byteLength(shown) > maxPatchBytes) return counted;
  return { ...counted, patch: shown, hunks: patch.hunks };
}

function count(content: string): number {
  return content === '' ? 0 : content.split('\n').length - (content.endsWith('\n') ? 1 : 0);
}

/** What git compares: text, a submodule's commit as a line, nothing for an absent side; undefined for binary. */
function text(store: ObjectStore, entry: Entry | undefined): string | undefined {
  if (entry === undefined) return '';
  if (entry.mode === '160000') return `Subproject commit ${entry.sha}\n`;
  const content = store.blob(entry.sha);
  return content === undefined || isBinary(content) ? undefined : Buffer.from(content).toString('utf8');
}

/** Git's text of a hunk, headed by the last line before it that begins with a letter, underscore or dollar. */
function printHunk(hunk: StructuredPatchHunk, before: string): string {
  const range = (start: number, length: number) => {
    const first = length === 0 ? start - 1 : start;
    return length === 1 ? `${first}` : `${first},${length}`;
  };
  const above = before.split('\n').slice(0, Math.max(0, hunk.oldStart - 1));
  const heading = above
    .findLast((line) => /^[A-Za-z_$]/.test(line))
    ?.trimEnd()
    .slice(0, 80);
  const ranges = `-${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)}`;
  return [`@@ ${ranges} @@${heading === undefined ? '' : ` ${heading}`}`, ...hunk.lines].join('\n');
}

/** A side of the diff: LEFT is the base, RIGHT the head. */
export type Side = 'LEFT' | 'RIGHT';

/**
 * The hunk that shows a line on a side, or undefined. Added and context lines are on the right, deleted and context
 * lines on the left; `\ No newline at end of file` is no line (millionco/react-doctor#663).
 */
export function hunkOf(change: FileChange, side: Side, line: number): StructuredPatchHunk | undefined {
  return change.hunks.find((hunk) => lineIn(hunk, side, line));
}

function lineIn(hunk: StructuredPatchHunk, side: Side, line: number): boolean {
  const [start, length] = side === 'RIGHT' ? [hunk.newStart, hunk.newLines] : [hunk.oldStart, hunk.oldLines];
  return line >= start && line < start + length;
}

/** The old REST `position`: lines down from the first `@@`, counting later `@@` lines too. */
export function positionOf(change: FileChange, side: Side, line: number): number | undefined {
  let position = 0;
  for (const [index, hunk] of change.hunks.entries()) {
    if (index > 0) position += 1;
    let [left, right] = [hunk.oldStart, hunk.newStart];
    for (const shown of hunk.lines) {
      position += 1;
      const kind = shown[0];
      if (kind !== '+' && kind !== '-' && kind !== ' ') continue;
      if (side === 'RIGHT' && kind !== '-' && right === line) return position;
      if (side === 'LEFT' && kind !== '+' && left === line) return position;
      if (kind !== '-') right += 1;
      if (kind !== '+') left += 1;
    }
  }
  return undefined;
}

/** Where a line of the old text stands in the new text, or undefined if it was changed or deleted. */
export function mapLine(before: string, after: string, line: number): number | undefined {
  if (before === after) return line;
  const patch = structuredPatch('a', 'b', before, after, '', '', { context: 0, maxEditLength: maxPatchLines });
  if (patch === undefined) return undefined;
  let shift = 0;
  for (const hunk of patch.hunks) {
    // Of a pure insertion, jsdiff names the line after which it stands plus one.
    if (line < hunk.oldStart) break;
    if (line < hunk.oldStart + hunk.oldLines) return undefined;
    shift = hunk.newStart + hunk.newLines - (hunk.oldStart + hunk.oldLines);
  }
  return line + shift;
}

/** The hunk up to a line, as GitHub puts it beside a comment (`diff_hunk`). */
export function diffHunk(change: FileChange, side: Side, line: number): string {
  const hunk = hunkOf(change, side, line);
  if (hunk === undefined) return '';
  let [left, right] = [hunk.oldStart, hunk.newStart];
  const shown = [`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`];
  for (const text of hunk.lines) {
    shown.push(text);
    if (side === 'RIGHT' ? right === line && !text.startsWith('-') : left === line && !text.startsWith('+')) break;
    if (!text.startsWith('-')) right += 1;
    if (!text.startsWith('+')) left += 1;
  }
  return shown.join('\n');
}
