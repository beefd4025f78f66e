/** Where review threads stand when the pull request moves on. */
import { changesOf } from '#test/standin/changes';
import { hunkOf, mapLine, positionOf } from '#test/standin/diff';
import type { Thread } from '#test/standin/state';

/** Where a thread stands at the pull request's present head. */
export interface Place {
  readonly line: number | null;
  readonly startLine: number | null;
  readonly position: number | null;
  readonly outdated: boolean;
}

const nowhere: Place = { line: null, startLine: null, position: null, outdated: true };

/**
 * A thread follows its lines while they are unchanged and part of the diff; else it is outdated and its `line` is null,
 * while `original_line` stays (devantler-tech/croft#454).
 */
export function placeOf(thread: Thread): Place {
  const { pull, path, side } = thread;
  const change = changesOf(pull).find(({ filename }) => filename === path);
  if (change === undefined) return nowhere;
  if (thread.subject === 'file' || thread.line === undefined)
    return { line: null, startLine: null, position: 1, outdated: false };
  const moved = (line: number) => (side === 'RIGHT' ? follow(thread, line) : line);
  const line = moved(thread.line);
  const hunk = line === undefined ? undefined : hunkOf(change, side, line);
  if (line === undefined || hunk === undefined) return nowhere;
  const length = thread.line - (thread.startLine ?? thread.line);
  for (let back = 1; back <= length; back += 1) if (moved(thread.line - back) !== line - back) return nowhere;
  const startLine = thread.startLine === undefined ? null : line - length;
  return { line, startLine, position: positionOf(change, side, line) ?? null, outdated: false };
}

function follow(thread: Thread, line: number): number | undefined {
  const { pull, path, commit } = thread;
  if (commit === pull.head.sha) return line;
  const { objects } = pull.base.repository;
  const [before, after] = [objects.read(commit, path), objects.read(pull.head.sha, path)];
  if (before === undefined || after === undefined) return undefined;
  return mapLine(Buffer.from(before).toString('utf8'), Buffer.from(after).toString('utf8'), line);
}
