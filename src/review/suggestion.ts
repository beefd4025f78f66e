import type { Fix } from '#finding/remedy';
import type { DiffLines } from '#review/anchor';
import { fence } from '#review/markdown';
import type { ReviewComment } from '#review/review';
import { diffTexts, formatPatch, type Hunk } from '#source/diff';
import { applyEdits, type Edit, OverlappingEdits } from '#source/edit';
import type { SourceFile } from '#source/file';

/** What GitHub writes when somebody commits a suggestion: whole lines of the head in the place of whole lines. */
export interface Suggestion {
  readonly path: string;
  /** First and last line that are replaced, from 1, both included. */
  readonly startLine: number;
  readonly line: number;
  /** At least one; without line feeds. */
  readonly lines: readonly string[];
}

/** Longer ones are shown as a patch: nobody reads them in a comment. */
const LONGEST_SUGGESTION = { lines: 60, characters: 8000 };
const LONGEST_PATCH = { lines: 120, characters: 10_000 };

/**
 * The edits as one suggestion, or undefined where a suggestion could not write exactly them: edits of other files, a range that
 * leaves the hunk, no change. Inserted and deleted lines take an unchanged neighbor with them, since a suggestion replaces at
 * least one line by at least one. Files with carriage returns get none: what GitHub commits for a suggestion does not keep
 * line ends dependably (w3c-fedid/digital-credentials#572). The same holds for a last line without a line break.
 * @param hidden lines of the head that a suggestion must not repeat, because a secret stands in them
 */
export function suggestionFor(
  file: SourceFile,
  edits: readonly Edit[],
  diff: DiffLines,
  hidden: ReadonlySet<number>,
): Suggestion | undefined {
  const change = lineChange(file, edits);
  if (!change || file.text.includes('\r') || change.lines.some((line) => line.includes('\r'))) return undefined;
  const suggestion = widened(file, change, diff);
  if (!suggestion || !diff.oneHunk(suggestion.startLine, suggestion.line)) return undefined;
  // A block of blank lines could be read as an empty one, which deletes.
  if (suggestion.lines.every((line) => line.trim() === '')) return undefined;
  if (suggestion.lines.length > LONGEST_SUGGESTION.lines) return undefined;
  if (suggestion.lines.join('\n').length > LONGEST_SUGGESTION.characters) return undefined;
  if (touchesEnds(file, suggestion) || repeats(file, suggestion, hidden)) return undefined;
  const written = `${suggestion.lines.join('\n')}\n`;
  const { text } = file;
  const after =
    text.slice(0, file.lineStart(suggestion.startLine)) + written + text.slice(file.lineStart(suggestion.line + 1));
  return after === applied(file, edits) ? suggestion : undefined;
}

/** The suggestion as the fenced block that GitHub offers to commit. */
export function suggestionBlock(suggestion: Suggestion): string {
  return fence('suggestion', suggestion.lines.join('\n'));
}

/** Whether two suggestions replace a line in common: GitHub commits only one for each line. */
export function collide(a: Suggestion, b: Suggestion): boolean {
  return a.path === b.path && a.startLine <= b.line && b.startLine <= a.line;
}

/**
 * The file after somebody commits the suggestion in a comment, as GitHub does: the lines from `startLine` to `line` are replaced
 * by the block's lines. Undefined when the comment has no suggestion.
 */
export function applySuggestion(
  text: string,
  comment: Pick<ReviewComment, 'startLine' | 'line' | 'body'>,
): string | undefined {
  const lines = suggestionIn(comment.body);
  if (!lines) return undefined;
  const range = { path: '', startLine: comment.startLine ?? comment.line, line: comment.line };
  return replaceLines(text, { ...range, lines });
}

/** The lines of the first suggestion block in a body. */
function suggestionIn(body: string): readonly string[] | undefined {
  let open: { ticks: number; info: string; lines: string[] } | undefined;
  for (const line of body.split('\n')) {
    const fenceLine = /^(`{3,})([^`]*)$/.exec(line);
    const ticks = fenceLine?.[1]?.length ?? 0;
    const info = fenceLine?.[2]?.trim() ?? '';
    if (!open) {
      if (ticks > 0) open = { ticks, info, lines: [] };
    } else if (ticks >= open.ticks && info === '') {
      if (open.info === 'suggestion') return open.lines;
      open = undefined;
    } else {
      open.lines.push(line);
    }
  }
  return undefined;
}

function replaceLines(text: string, suggestion: Suggestion): string {
  const lines = text.split('\n');
  lines.splice(suggestion.startLine - 1, suggestion.line - suggestion.startLine + 1, ...suggestion.lines);
  return lines.join('\n');
}

interface LineChange {
  /** The first line replaced, or the one before which lines are inserted. */
  readonly start: number;
  /** How many lines of the file are replaced. */
  readonly count: number;
  readonly lines: readonly string[];
}

/** The edits as a replacement of whole lines, as short as can be; undefined when they change nothing or other files. */
function lineChange(file: SourceFile, edits: readonly Edit[]): LineChange | undefined {
  if (edits.length === 0 || !file.editable || edits.some((edit) => edit.path !== file.path)) return undefined;
  const { first, last } = touchedLines(file, edits);
  const from = file.lineStart(first);
  const to = file.lineStart(last + 1);
  const after = applied(file, edits);
  if (after === undefined) return undefined;
  const before = file.text.slice(from, to).split('\n');
  const written = after.slice(from, after.length - (file.text.length - to)).split('\n');
  let prefix = 0;
  while (prefix < Math.min(before.length, written.length) && before[prefix] === written[prefix]) prefix++;
  if (prefix === before.length && prefix === written.length) return undefined;
  const shorter = Math.min(before.length, written.length) - prefix;
  let suffix = 0;
  while (suffix < shorter && before.at(-1 - suffix) === written.at(-1 - suffix)) suffix++;
  return {
    start: first + prefix,
    count: before.length - prefix - suffix,
    lines: written.slice(prefix, written.length - suffix),
  };
}

/** The lines on which edits of a file begin and end, over all of them. */
function touchedLines(file: SourceFile, edits: readonly Edit[]): { readonly first: number; readonly last: number } {
  const starts = edits.map((edit) => edit.span.start);
  const ends = edits.map((edit) => edit.span.end);
  return {
    first: file.position(starts.reduce((a, b) => Math.min(a, b))).line,
    last: file.position(ends.reduce((a, b) => Math.max(a, b))).line,
  };
}

function widened(file: SourceFile, change: LineChange, diff: DiffLines): Suggestion | undefined {
  const { start, count, lines } = change;
  const range = { path: file.path, startLine: start, line: start + count - 1 };
  if (count > 0 && lines.length > 0) return { ...range, lines };
  // Nothing is there to be replaced, or to replace it with: the line before is repeated, or else the one after.
  if (start > 1 && diff.oneHunk(start - 1, Math.max(start - 1, range.line)))
    return { ...range, startLine: start - 1, lines: [file.line(start - 1), ...lines] };
  const next = range.line + 1;
  if (next > file.lineCount) return undefined;
  return { ...range, line: next, lines: [...lines, file.line(next)] };
}

function touchesEnds(file: SourceFile, suggestion: Suggestion): boolean {
  if (suggestion.startLine === 1 && file.text.startsWith('\ufeff')) return true;
  if (suggestion.line > file.lineCount) return true;
  return suggestion.line === file.lineCount && !file.text.endsWith('\n');
}

function repeats(file: SourceFile, suggestion: Suggestion, hidden: ReadonlySet<number>): boolean {
  if (hidden.size === 0) return false;
  const written = new Set(suggestion.lines);
  for (let line = suggestion.startLine; line <= suggestion.line; line++)
    if (hidden.has(line) && written.has(file.line(line))) return true;
  return false;
}

function applied(file: SourceFile, edits: readonly Edit[]): string | undefined {
  try {
    return applyEdits(file, edits).text;
  } catch (error) {
    if (error instanceof OverlappingEdits) return undefined;
    throw error;
  }
}

/**
 * The edits of several fixes together, identical ones once; undefined when they touch each other, since the outcome was then
 * not what was verified for any of them.
 */
export function compose(fixes: readonly Fix[]): readonly Edit[] | undefined {
  const all: { readonly edit: Edit; readonly owner: number }[] = [];
  const seen = new Set<string>();
  fixes.forEach((fix, owner) => {
    const identity = JSON.stringify(fix.edits.map((edit) => [edit.path, edit.span.start, edit.span.end, edit.text]));
    if (seen.has(identity)) return;
    seen.add(identity);
    for (const edit of fix.edits) all.push({ edit, owner });
  });
  all.sort((a, b) => compareText(a.edit.path, b.edit.path) || a.edit.span.start - b.edit.span.start);
  for (let index = 1; index < all.length; index++) {
    const before = all[index - 1];
    const after = all[index];
    if (!before || !after || before.owner === after.owner || before.edit.path !== after.edit.path) continue;
    if (isSame(before.edit, after.edit)) {
      all.splice(index--, 1);
      continue;
    }
    if (after.edit.span.start <= before.edit.span.end) return undefined;
  }
  return all.map(({ edit }) => edit);
}

/** Whether two fixes need the very same: one import, one variable that is gone. */
function isSame(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** What a patch of the edits would look like, or why it is not shown. */
export type Patch = { readonly diff: string } | { readonly withheld: 'unknown' | 'long' | 'secret' };

/**
 * The edits as a unified diff that `git apply` takes. Withheld when a file's text is not at hand, when it is too long to be
 * read, and when it would repeat a line in which a secret stands.
 */
export function patchOf(
  edits: readonly Edit[],
  fileAt: (path: string) => SourceFile | undefined,
  hiddenIn: (path: string) => ReadonlySet<number>,
): Patch {
  const parts: string[] = [];
  for (const path of [...new Set(edits.map((edit) => edit.path))].sort(compareText)) {
    const file = fileAt(path);
    const hunks = file && hunksOf(file, edits);
    if (!hunks || /[\u0000-\u001f"\\]/.test(path)) return { withheld: 'unknown' };
    const hidden = hiddenIn(path);
    if (hunks.some((hunk) => hunk.lines.some((line) => line.base !== undefined && hidden.has(line.base))))
      return { withheld: 'secret' };
    if (hunks.length > 0) parts.push(`--- a/${path}\n+++ b/${path}\n${formatPatch(hunks)}`);
  }
  const diff = parts.join('\n');
  if (diff === '') return { withheld: 'unknown' };
  if (diff.length > LONGEST_PATCH.characters || diff.split('\n').length > LONGEST_PATCH.lines)
    return { withheld: 'long' };
  return { diff };
}

/** The hunks of the edits of one file; only the lines around them are compared. Undefined when edits overlap. */
function hunksOf(file: SourceFile, all: readonly Edit[]): readonly Hunk[] | undefined {
  const edits = all.filter((edit) => edit.path === file.path);
  const after = applied(file, edits);
  if (after === undefined) return undefined;
  const { first, last } = touchedLines(file, edits);
  const top = Math.max(1, first - AROUND);
  const from = file.lineStart(top);
  const below = file.text.length - file.lineStart(last + AROUND + 1);
  return diffTexts(file.text.slice(from, file.text.length - below), after.slice(from, after.length - below), top);
}

/** Lines around edits that a patch needs for its context. */
const AROUND = 4;

/** The order of UTF-16 code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
