import type { CommentRef, RepositoryName } from '#github/gateway';

/** Somebody's word, already authorized, that the new suppressions at a head are accepted. */
export interface AcceptRequest {
  readonly by: string;
  /** The head that its check run had been completed for when the comment was written. */
  readonly head: string;
  readonly comment: CommentRef;
}

interface Place {
  readonly installation: number;
  readonly repository: RepositoryName;
}

/** Review a pull request at whatever its head is by then. */
export interface ReviewJob extends Place {
  readonly kind: 'review';
  readonly pull: number;
  /** As the event had them; the worker reads the present ones. */
  readonly head: string | undefined;
  readonly base: string | undefined;
  /** Whether a head that has a completed check run is reviewed again. */
  readonly again: boolean;
  readonly accepts: readonly AcceptRequest[];
}

/** A slash command in a comment. */
export interface CommandJob extends Place {
  readonly kind: 'command';
  readonly pull: number;
  readonly comment: CommentRef;
  /** Login of the comment's author. */
  readonly by: string;
  readonly command: Command;
}

export type Command = 'rescan' | 'accept' | 'help' | 'unknown';

/** Report on the head of a merge group. */
export interface MergeGroupJob extends Place {
  readonly kind: 'merge-group';
  readonly headSha: string;
  readonly headRef: string;
  /** Whether a completed check run is begun anew. */
  readonly again: boolean;
  /** Delivery that asked for it: what it gives rise to is told apart by it. */
  readonly delivery: string;
}

/** Review again the open pull requests with a head, which the event did not name (those from forks). */
export interface HeadJob extends Place {
  readonly kind: 'head';
  readonly headSha: string;
  /** Delivery that asked for it: what it gives rise to is told apart by it. */
  readonly delivery: string;
}

export type Job = ReviewJob | CommandJob | MergeGroupJob | HeadJob;

/** The queue's key: what may run only once at a time. */
export function keyOf(job: Job): string {
  const place = `${job.repository.owner}/${job.repository.repo}`.toLowerCase();
  switch (job.kind) {
    case 'review':
      return reviewKey(job.repository, job.pull);
    case 'command':
      return `${place}/${job.comment.kind}-comment/${job.comment.id}`;
    case 'merge-group':
      return mergeGroupKey(job.repository, job.headSha);
    case 'head':
      return `${place}/head/${job.headSha}`;
  }
}

export function reviewKey({ owner, repo }: RepositoryName, pull: number): string {
  return `${owner}/${repo}/pull/${pull}`.toLowerCase();
}

export function mergeGroupKey({ owner, repo }: RepositoryName, headSha: string): string {
  return `${owner}/${repo}/merge-group/${headSha}`.toLowerCase();
}

/** The newer job, with what was asked for in the older one and not done yet. */
export function mergeJobs(waiting: Job, next: Job): Job {
  if (waiting.kind !== 'review' || next.kind !== 'review') return next;
  const known = new Set(next.accepts.map(({ comment }) => comment.id));
  const accepts = [...waiting.accepts.filter(({ comment }) => !known.has(comment.id)), ...next.accepts];
  return { ...next, again: waiting.again || next.again, accepts };
}

/** A running review is of no use any more once the head or the base branch is another. */
export function stopsJob(running: Job, next: Job): boolean {
  if (running.kind !== 'review' || next.kind !== 'review') return false;
  const differs = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a !== b;
  return differs(running.head, next.head) || differs(running.base, next.base);
}
