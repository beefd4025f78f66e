import type { CheckRun, Review, Thread } from '#review/review';
import type { Diff } from '#source/diff';
import type { Snapshot } from '#source/snapshot';

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

export interface PullRequest extends RepositoryName {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly draft: boolean;
  /** Login of the author. */
  readonly author: string;
  readonly headSha: string;
  readonly baseRef: string;
  /** The tip of the base branch: whose configuration counts. */
  readonly baseSha: string;
  /** Whether the head lies in another repository: then nothing can be pushed to it. */
  readonly fork: boolean;
  readonly changedFiles: number;
}

/** What somebody may do in a repository, from GitHub's `role_name`. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

export type Reaction = 'eyes' | 'rocket' | 'confused' | '+1';

/** A comment that a command came in. */
export interface CommentRef extends RepositoryName {
  readonly kind: 'issue' | 'review';
  readonly id: number;
}

/** What became of publishing. `stale`: the head moved on meanwhile, and nothing more was written. */
export interface Published {
  readonly outcome: 'published' | 'stale';
  /** What could not be done with the permissions that the App has, in sentences for the summary or the log. */
  readonly degraded: readonly string[];
}

/**
 * The verbs with which the product speaks to GitHub, for one installation. All writing verbs are idempotent: they look for
 * what is there before they write, so a crash between any two requests, a repeated POST or a redelivery leaves one check run
 * for each head and no comment twice.
 */
export interface Gateway {
  pull(repository: RepositoryName, number: number): Promise<PullRequest>;
  /** Open pull requests with this head; for check events of forks, whose payload names none. */
  pullsWithHead(repository: RepositoryName, headSha: string): Promise<readonly PullRequest[]>;
  mergeBase(pull: PullRequest): Promise<string>;
  /** What the pull request changes against its merge base. */
  diff(pull: PullRequest): Promise<Diff>;
  /** The files at a commit; head commits of forks are read through the base repository. */
  snapshot(repository: RepositoryName, commit: string): Snapshot;
  /** One file at a ref, for configuration; undefined when the file or the repository does not exist for us. */
  file(repository: RepositoryName, path: string, ref: string | undefined): Promise<string | undefined>;
  /** Threads of the pull request that our App began. */
  threads(pull: PullRequest): Promise<readonly Thread[]>;
  /** Acceptances (`/leastwise accept`) that somebody entitled gave, recorded by our App in the pull request. */
  acceptances(pull: PullRequest): Promise<readonly { readonly fingerprint: string; readonly by: string }[]>;
  ensureAcceptance(pull: PullRequest, fingerprints: readonly string[], by: string): Promise<void>;
  /** The check run of ours on a head, in progress; made if there is none. Gives its id. */
  ensureStarted(repository: RepositoryName, headSha: string, detailsUrl: string | undefined): Promise<number>;
  /** Completes the check run of ours on a head; annotations go in batches of 50, each once. */
  ensureCompleted(repository: RepositoryName, headSha: string, checkRun: CheckRun): Promise<void>;
  /** Comments, updates and resolves as planned, then the check run. */
  publish(pull: PullRequest, review: Review): Promise<Published>;
  role(repository: RepositoryName, login: string): Promise<Role>;
  react(comment: CommentRef, reaction: Reaction): Promise<void>;
  reply(repository: RepositoryName, number: number, body: string, inReplyTo: CommentRef): Promise<void>;
}

/** Annotations that one request can carry (GitHub's `maxItems`). */
export const ANNOTATIONS_PER_REQUEST = 50;
