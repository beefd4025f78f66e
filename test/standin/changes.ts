/** What a pull request changes. */
import { compareTrees, type FileChange } from '#test/standin/diff';
import type { Pull, Repository } from '#test/standin/state';

/** Lists at most 3,000 files (OAS `pulls/list-files`). */
export const maxFiles = 3000;

const cache = new WeakMap<object, Map<string, FileChange[]>>();

/** What a head changes against its merge base with a base, as the page "Files changed" has it. */
export function changesBetween(repository: Repository, base: string, head: string): FileChange[] {
  const { objects } = repository;
  const from = objects.mergeBase(base, head);
  const known = cache.get(objects) ?? new Map<string, FileChange[]>();
  cache.set(objects, known);
  const key = `${from}..${head}`;
  const changes =
    known.get(key) ??
    compareTrees(
      objects,
      from === undefined ? undefined : objects.commit(from)?.tree,
      objects.commit(head)?.tree ?? '',
    );
  known.set(key, changes);
  return changes;
}

/** The pull request's changes at its head, or at an earlier commit of it. */
export function changesOf(pull: Pull, head = pull.head.sha): FileChange[] {
  return changesBetween(pull.base.repository, baseTip(pull), head);
}

/** The tip of the base branch while it is open; what it was against when it was closed. */
export function baseTip(pull: Pull): string {
  const tip = pull.base.repository.branches.get(pull.base.ref);
  return pull.state === 'open' && tip !== undefined ? tip : pull.base.sha;
}
