/** The merge queue: one group for each pull request (as dcoapp found in 251 of 251 refs). */
import { baseTip } from '#test/standin/changes';
import { mergedFiles } from '#test/standin/pulls';
import { pushedCommitJson } from '#test/standin/represent';
import type { Json } from '#test/standin/route';
import type { Account, Pull, Repository, World } from '#test/standin/state';

/** A group of the merge queue. */
export interface MergeGroup {
  readonly repository: Repository;
  readonly head_sha: string;
  readonly head_ref: string;
  readonly base_sha: string;
  readonly base_ref: string;
}

/** Makes the group's branch with the merge on the base's tip, and sends `checks_requested`. */
export function queuePull(world: World, pull: Pull, by: Account): MergeGroup {
  const { repository, ref } = pull.base;
  const { objects } = repository;
  const base_sha = baseTip(pull);
  const branch = `gh-readonly-queue/${ref}/pr-${pull.number}-${base_sha}`;
  const tree = objects.writeTree(mergedFiles(pull, base_sha));
  const author = { name: by.login, email: 'noreply@github.com', date: world.now() };
  const parents = [base_sha, pull.head.sha];
  const { sha } = objects.writeCommit({ tree, parents, message: `Merge pull request #${pull.number}`, author });
  repository.branches.set(branch, sha);
  const group = {
    repository,
    head_sha: sha,
    head_ref: `refs/heads/${branch}`,
    base_sha,
    base_ref: `refs/heads/${ref}`,
  };
  emit(world, group, 'checks_requested', by, {});
  return group;
}

/** Deletes the group's branch and sends `destroyed`. */
export function unqueueGroup(world: World, group: MergeGroup, reason: string, by: Account): void {
  group.repository.branches.delete(group.head_ref.replace('refs/heads/', ''));
  emit(world, group, 'destroyed', by, { reason });
}

function emit(world: World, group: MergeGroup, action: string, by: Account, extra: Json): void {
  const { repository, ...said } = group;
  const head_commit = pushedCommitJson(repository, repository.objects.commit(group.head_sha));
  world.emit('merge_group', repository, by, { action, merge_group: { ...said, head_commit }, ...extra });
}
