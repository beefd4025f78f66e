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
  /** Login of the author, as in REST payloads (`name[bot]` for Apps). */
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
  /** ISO 8601: replies are looked for since then. */
  readonly createdAt: string;
}

/** A configuration file as it stands at the tip of the base branch, or in the organization's `.github` repository. */
export interface ConfigurationFile {
  readonly from: 'repository' | 'organization';
  readonly path: string;
  /** Undefined when it cannot be read as text (binary, over GraphQL's 512,000 bytes). */
  readonly text: string | undefined;
}

/** A pull request together with its configuration, read in one request. */
export interface Opening {
  readonly pull: PullRequest;
  /** In the order of precedence; empty when there is none. */
  readonly configuration: readonly ConfigurationFile[];
}

/** What a pull request changes against its merge base. */
export interface Changes {
  readonly mergeBase: string;
  readonly diff: Diff;
}

/** Somebody entitled took the responsibility for a suppression. */
export interface Acceptance {
  readonly fingerprint: string;
  readonly by: string;
}

/** The pull request's conversation as far as it concerns us, and where its head is now. */
export interface Conversation {
  readonly headSha: string;
  readonly state: 'open' | 'closed';
  /** Threads that our App began. */
  readonly threads: readonly Thread[];
  /** Acceptances that our App recorded and signed. */
  readonly acceptances: readonly Acceptance[];
}

/** Whose check run it is on a head: a pull request's, or a merge group's. */
export type RunKey = `pull/${number}` | 'merge-group';

/** A check run of ours on a head, as found or made. */
export interface RunHandle extends RepositoryName {
  readonly id: number;
  readonly headSha: string;
  readonly key: RunKey;
  /** What it said when it was found; undefined when it was not complete. */
  readonly completed: { readonly conclusion: string; readonly at: string; readonly title: string } | undefined;
  /** Annotations that it carries already: GitHub appends, and never takes away. */
  readonly annotations: number;
  /** Pull requests with the same head whose own run of ours failed: a green run here would let them in. */
  readonly failing: readonly number[];
}

/** What became of publishing. `stale`: the head moved on meanwhile, and nothing more was written. */
export interface Published {
  readonly outcome: 'published' | 'stale';
  /** What could not be done with the permissions that the App has, in sentences for the summary or the log. */
  readonly degraded: readonly string[];
}

/**
 * The verbs with which the product speaks to GitHub, for one installation and one job. All writing verbs are idempotent: they
 * look for what is there before they write, so a crash between any two requests, a repeated POST or a redelivery leaves one
 * check run for each head and no comment twice. All throw `GitHubError`.
 */
export interface Gateway {
  /**
   * The pull request and the configuration that counts for it, in one request.
   * @param baseRef the base branch as the event named it; when it is another by now, the files are read again
   * @param paths where configuration may be, in order of precedence
   */
  open(
    repository: RepositoryName,
    number: number,
    baseRef: string | undefined,
    paths: readonly string[],
  ): Promise<Opening>;
  /** Open pull requests with this head; for check events of forks, whose payload names none. */
  pullsWithHead(repository: RepositoryName, headSha: string): Promise<readonly number[]>;
  /** The merge base, and what the pull request changes against it. */
  changes(pull: PullRequest): Promise<Changes>;
  /** The files at a commit; head commits of forks are read through the base repository. */
  snapshot(repository: RepositoryName, commit: string): Snapshot;
  /** Reads files of several snapshots of one repository into the cache, in as few requests as can be. */
  prefetch(wanted: readonly { readonly snapshot: Snapshot; readonly paths: readonly string[] }[]): Promise<void>;
  conversation(pull: PullRequest): Promise<Conversation>;
  /** Records acceptances in a comment of ours, signed; those already recorded for this person are not repeated. */
  ensureAcceptance(pull: PullRequest, fingerprints: readonly string[], by: string): Promise<void>;
  /** The check run of ours on a head under a key, found or undefined. */
  findRun(repository: RepositoryName, headSha: string, key: RunKey): Promise<RunHandle | undefined>;
  /**
   * The check run of ours on a head, in progress; made if there is none.
   * @param again whether a run that is complete is begun anew; else it is given as it is
   */
  ensureStarted(repository: RepositoryName, headSha: string, key: RunKey, again: boolean): Promise<RunHandle>;
  /** Completes the check run; annotations go in batches of 50, each once. */
  ensureCompleted(run: RunHandle, checkRun: CheckRun): Promise<void>;
  /** Ends the check run of a head that is of no interest any more. */
  ensureCanceled(run: RunHandle, reason: string): Promise<void>;
  /**
   * Comments, updates and resolves as planned, then the check run.
   * @param run none when a person's token is used, which cannot own check runs
   * @param seen the conversation that the review was planned with
   */
  publish(pull: PullRequest, run: RunHandle | undefined, review: Review, seen: Conversation): Promise<Published>;
  role(repository: RepositoryName, login: string): Promise<Role>;
  react(comment: CommentRef, reaction: Reaction): Promise<void>;
  /** Answers a command once: a second call for the same comment finds the first answer. */
  ensureReply(number: number, comment: CommentRef, body: string): Promise<void>;
}

/** Annotations that one request can carry (GitHub's `maxItems`). */
export const ANNOTATIONS_PER_REQUEST = 50;

/** The check run's name: what a branch protection rule requires. */
export const CHECK_NAME = 'Leastwise';
