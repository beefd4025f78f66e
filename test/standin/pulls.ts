/** Pull requests: their life, their files, and what a push to a branch does to them. */
import { baseTip, changesBetween } from '#test/standin/changes';
import { onPush } from '#test/standin/checks';
import { pullJson, pushedCommitJson } from '#test/standin/represent';
import type { Json } from '#test/standin/route';
import { type Account, type Pull, Refused, type Repository, type World } from '#test/standin/state';

/** Emits an event of the pull request; `extra` holds the keys of this action. */
export function emitPull(world: World, pull: Pull, action: string, sender: Account, extra: Json = {}): void {
  world.emit('pull_request', pull.base.repository, sender, {
    action,
    number: pull.number,
    pull_request: pullJson(world, pull),
    ...extra,
  });
}

/** What is said of a pull request when it is opened. */
export interface Opening {
  readonly head: { readonly repository: Repository; readonly ref: string };
  readonly base: { readonly repository: Repository; readonly ref: string };
  readonly title: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly author: Account;
}

/** Opens a pull request; 422 if the branches do not differ or are unknown. */
export function openPull(world: World, opening: Opening): Pull {
  const { head, base } = opening;
  const sha = head.repository.branches.get(head.ref);
  const tip = base.repository.branches.get(base.ref);
  if (sha === undefined || tip === undefined)
    throw new Refused(422, 'Validation Failed', [{ field: 'head', code: 'invalid' }]);
  if (base.repository.objects.between(tip, sha).length === 0) {
    throw new Refused(422, 'Validation Failed', [{ message: `No commits between ${base.ref} and ${head.ref}` }]);
  }
  const now = world.now();
  const pull = world.register('PR', {
    id: world.nextId(),
    number: base.repository.pulls.size + 1,
    base: { ...base, sha: tip },
    head: { ...head, sha },
    author: opening.author,
    title: opening.title,
    body: opening.body ?? null,
    state: 'open' as const,
    draft: opening.draft ?? false,
    merged: false,
    createdAt: now,
    updatedAt: now,
    reviews: [],
    threads: [],
    comments: [],
  });
  base.repository.pulls.set(pull.number, pull);
  emitPull(world, pull, 'opened', opening.author);
  return pull;
}

/** Changes of state, as the buttons of the page make them. */
export function setPullState(
  world: World,
  pull: Pull,
  change: 'close' | 'reopen' | 'ready' | 'draft' | 'merge',
  by: Account,
): void {
  pull.updatedAt = world.now();
  if (change === 'merge') {
    const { repository, ref } = pull.base;
    const tip = baseTip(pull);
    const files = repository.objects.filesAt(pull.head.sha);
    const merged = repository.objects.writeCommit({
      tree: repository.objects.writeTree(mergedFiles(pull, tip, files)),
      parents: [tip, pull.head.sha],
      message: `Merge pull request #${pull.number}\n\n${pull.title}`,
      author: { name: by.login, email: 'noreply@github.com', date: world.now() },
    });
    pull.merged = true;
    pull.state = 'closed';
    emitPull(world, pull, 'closed', by);
    pushTo(world, repository, ref, merged.sha, by);
    return;
  }
  if (change === 'close' || change === 'reopen') pull.state = change === 'close' ? 'closed' : 'open';
  else pull.draft = change === 'draft';
  const actions = { close: 'closed', reopen: 'reopened', ready: 'ready_for_review', draft: 'converted_to_draft' };
  emitPull(world, pull, actions[change], by);
}

/** The base's files with the pull request's changes on them: the stand-in knows no conflicts, the head wins. */
export function mergedFiles(pull: Pull, tip: string, head = pull.base.repository.objects.filesAt(pull.head.sha)) {
  const { objects } = pull.base.repository;
  const files = new Map(objects.filesAt(tip));
  for (const { filename, previous_filename, status } of changesBetween(pull.base.repository, tip, pull.head.sha)) {
    if (previous_filename !== undefined) files.delete(previous_filename);
    const entry = head.get(filename);
    if (status === 'removed' || entry === undefined) files.delete(filename);
    else files.set(filename, entry);
  }
  return files;
}

/** Edits title, body or base branch; only what changed is told in `changes`. */
export function editPull(
  world: World,
  pull: Pull,
  edit: { title?: string; body?: string; base?: string },
  by: Account,
): void {
  const changes: Json = {};
  if (edit.title !== undefined) {
    changes.title = { from: pull.title };
    pull.title = edit.title;
  }
  if (edit.body !== undefined) {
    changes.body = { from: pull.body ?? '' };
    pull.body = edit.body;
  }
  if (edit.base !== undefined) {
    const tip = pull.base.repository.branches.get(edit.base);
    if (tip === undefined) throw new Refused(422, 'Validation Failed', [{ field: 'base', code: 'invalid' }]);
    changes.base = { ref: { from: pull.base.ref }, sha: { from: pull.base.sha } };
    pull.base.ref = edit.base;
    pull.base.sha = tip;
  }
  pull.updatedAt = world.now();
  emitPull(world, pull, 'edited', by, { changes });
}

/**
 * Moves a branch and tells everybody: `push`, `check_suite.requested` in the repository itself (pushes in forks are not
 * seen by the checks of the base: OAS checks), `pull_request.synchronize` for every open pull request from it.
 */
export function pushTo(world: World, repository: Repository, ref: string, sha: string, by: Account): void {
  const before = repository.branches.get(ref);
  repository.branches.set(ref, sha);
  const { objects } = repository;
  const commits = before === undefined ? [] : objects.between(before, sha);
  world.emit('push', repository, by, {
    ref: `refs/heads/${ref}`,
    before: before ?? '0'.repeat(40),
    after: sha,
    created: before === undefined,
    deleted: false,
    forced: before !== undefined && !objects.ancestors(sha).has(before),
    commits: commits.map((commit) => pushedCommitJson(repository, commit)),
    head_commit: pushedCommitJson(repository, objects.commit(sha)),
    pusher: { name: by.login },
  });
  onPush(world, repository, ref, sha, by);
  for (const base of world.repositories.values()) {
    for (const pull of base.pulls.values()) {
      if (
        pull.state !== 'open' ||
        pull.head.repository !== repository ||
        pull.head.ref !== ref ||
        pull.head.sha === sha
      )
        continue;
      const old = pull.head.sha;
      pull.head.sha = sha;
      pull.base.sha = baseTip(pull);
      pull.updatedAt = world.now();
      emitPull(world, pull, 'synchronize', by, { before: old, after: sha });
    }
  }
}
