import type { Conversation, RepositoryName } from '#github/gateway';
import type { Review } from '#review/review';
import type { Config } from '#scan/config';
import type { Diff } from '#source/diff';
import type { Snapshot } from '#source/snapshot';

/** What a review is made from, besides the files. Plain data: it crosses a process. */
export interface ReviewMaterial {
  readonly repository: RepositoryName;
  readonly pull: number;
  readonly headSha: string;
  readonly mergeBase: string;
  readonly diff: Diff;
  /** Of the tip of the base branch (law 6). */
  readonly config: Config;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Whether the App may resolve conversations. */
  readonly canResolve: boolean;
  /** Where people look at the repository: `https://github.com`. */
  readonly webUrl: string;
  /** Where the rules' pages are, without a slash at the end. */
  readonly rulesUrl: string;
  /** Whether somebody entitled just accepted the suppressions that the head adds. */
  readonly acceptAll: boolean;
}

/** What a review reads while it is made. */
export interface ReviewSources {
  readonly head: Snapshot;
  readonly base: Snapshot;
  /** Asked for late, so that it is fresh when the review is published. */
  conversation(): Promise<Conversation>;
}

export interface Reviewed {
  readonly review: Review;
  /** Fingerprints of suppressions that the merge base does not have and that nobody had accepted before. */
  readonly pending: readonly string[];
}

/** Makes a review. @throws ReviewerError when it cannot be made at all */
export type Reviewer = (material: ReviewMaterial, sources: ReviewSources, signal: AbortSignal) => Promise<Reviewed>;

/**
 * Why no review came about. `time` and `memory`: a limit ended it; `died`: the process that reads the files ended by itself;
 * `failed`: an error of ours.
 */
export class ReviewerError extends Error {
  constructor(
    readonly kind: 'time' | 'memory' | 'died' | 'failed',
    /** One sentence, without any content of the files. */
    message: string,
  ) {
    super(message);
    this.name = 'ReviewerError';
  }
}
