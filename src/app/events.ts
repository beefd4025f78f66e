import type { Probot } from 'probot';
import { parseCommand } from '#app/command';
import { type Job, keyOf, mergeGroupKey, reviewKey } from '#app/job';
import type { Queue } from '#app/queue';
import type { CommentRef, RepositoryName } from '#github/gateway';

interface PayloadRepository {
  readonly name: string;
  readonly owner: { readonly login: string };
}

interface PayloadComment {
  readonly id: number;
  readonly body: string;
  readonly created_at: string;
  readonly user: { readonly login: string; readonly type?: string } | null;
  readonly performed_via_github_app?: unknown;
}

/**
 * Turns webhooks into jobs. A handler ends when its job is on disk: only then is the webhook answered. Which events come is in
 * `app.yml`; what they ask for is in docs/operations.md.
 */
export function listen(probot: Probot, queue: Queue<Job>): void {
  const add = async (delivery: string, job: Job) => {
    const outcome = await queue.add({ key: keyOf(job), job, delivery });
    probot.log.info({ delivery, key: keyOf(job), outcome }, 'accepted');
  };

  probot.on(
    [
      'pull_request.opened',
      'pull_request.reopened',
      'pull_request.synchronize',
      'pull_request.ready_for_review',
      'pull_request.edited',
    ],
    async ({ id, payload }) => {
      const { pull_request: pull, repository, installation } = payload;
      const rebased = payload.action === 'edited' && payload.changes.base !== undefined;
      if (installation === undefined || (payload.action === 'edited' && !rebased)) return;
      await add(id, {
        kind: 'review',
        installation: installation.id,
        repository: nameOf(repository),
        pull: pull.number,
        head: pull.head.sha,
        base: pull.base.ref,
        // The same head against another base is another change.
        again: rebased,
        accepts: [],
      });
    },
  );

  probot.on('pull_request.closed', async ({ payload }) => {
    await queue.cancel(reviewKey(nameOf(payload.repository), payload.pull_request.number));
  });

  probot.on('check_run.rerequested', async ({ id, payload }) => {
    const { check_run: run, repository, installation } = payload;
    if (installation === undefined) return;
    const place = { installation: installation.id, repository: nameOf(repository) };
    // Ours alone are sent to us, and we wrote there whose run it is: forks' events name no pull request.
    const pull = /^pull\/(\d{1,10})$/.exec(run.external_id ?? '')?.[1];
    if (pull !== undefined)
      return add(id, {
        kind: 'review',
        ...place,
        pull: Number(pull),
        head: undefined,
        base: undefined,
        again: true,
        accepts: [],
      });
    if (run.external_id === 'merge-group')
      return add(id, {
        kind: 'merge-group',
        ...place,
        headSha: run.head_sha,
        headRef: run.check_suite?.head_branch ?? '',
        again: true,
        delivery: id,
      });
    return add(id, { kind: 'head', ...place, headSha: run.head_sha, delivery: id });
  });

  probot.on('check_suite.rerequested', async ({ id, payload }) => {
    const { check_suite: suite, repository, installation } = payload;
    if (installation === undefined) return;
    const place = { installation: installation.id, repository: nameOf(repository) };
    if (/^gh-readonly-queue\//.test(suite.head_branch ?? ''))
      return add(id, {
        kind: 'merge-group',
        ...place,
        headSha: suite.head_sha,
        headRef: suite.head_branch ?? '',
        again: true,
        delivery: id,
      });
    return add(id, { kind: 'head', ...place, headSha: suite.head_sha, delivery: id });
  });

  probot.on('merge_group.checks_requested', async ({ id, payload }) => {
    const { merge_group: group, repository, installation } = payload;
    if (installation === undefined || repository === undefined) return;
    await add(id, {
      kind: 'merge-group',
      installation: installation.id,
      repository: nameOf(repository),
      headSha: group.head_sha,
      headRef: group.head_ref,
      again: false,
      delivery: id,
    });
  });

  probot.on('merge_group.destroyed', async ({ payload }) => {
    if (payload.repository !== undefined)
      await queue.cancel(mergeGroupKey(nameOf(payload.repository), payload.merge_group.head_sha));
  });

  probot.on('issue_comment.created', async ({ id, payload }) => {
    const { comment, issue, repository, installation } = payload;
    if (issue.pull_request === undefined || installation === undefined) return;
    const job = commandJob('issue', comment, nameOf(repository), installation.id, issue.number);
    if (job !== undefined) await add(id, job);
  });

  probot.on('pull_request_review_comment.created', async ({ id, payload }) => {
    const { comment, pull_request: pull, repository, installation } = payload;
    if (installation === undefined) return;
    const job = commandJob('review', comment, nameOf(repository), installation.id, pull.number);
    if (job !== undefined) await add(id, job);
  });

  probot.on(['installation', 'installation_repositories'], async ({ name, payload }) => {
    // Nothing is kept of an installation; what it may is asked of GitHub with each token.
    probot.log.info({ installation: payload.installation.id, action: `${name}.${payload.action}` }, 'installation');
  });
}

function commandJob(
  kind: CommentRef['kind'],
  comment: PayloadComment,
  repository: RepositoryName,
  installation: number,
  pull: number,
): Job | undefined {
  const command = parseCommand(comment.body);
  // Bots give no commands: an App that quotes one would talk to us for ever.
  if (command === undefined || comment.user === null || comment.user.type === 'Bot') return undefined;
  if (comment.performed_via_github_app != null) return undefined;
  return {
    kind: 'command',
    installation,
    repository,
    pull,
    comment: { ...repository, kind, id: comment.id, createdAt: comment.created_at },
    by: comment.user.login,
    command,
  };
}

function nameOf(repository: PayloadRepository): RepositoryName {
  return { owner: repository.owner.login, repo: repository.name };
}
