import type { Severity } from '#finding/severity';
import type { SourceFile } from '#source/file';

/** GitHub takes comment and review bodies of at most this many characters (422 `body is too long`). */
export const MAX_BODY = 65_536;

/** GitHub takes `output.summary` and `output.text` of a check run of at most this many characters. */
export const MAX_OUTPUT = 65_535;

/** How findings are written about: where their names lead. */
export interface RenderOptions {
  /** The page of a rule, by its id. */
  readonly ruleUrl?: (rule: string) => string | undefined;
  /** Where a line of the reviewed head can be looked at. */
  readonly fileUrl?: (path: string, line: number | undefined) => string | undefined;
  /** A file of the head, for patches of files in which nothing was found. */
  readonly file?: (path: string) => SourceFile | undefined;
}

/** What a review is planned under. */
export interface ReviewOptions extends RenderOptions {
  /** The head that is reviewed. */
  readonly commit: string;
  /** The check fails from this severity on; `never` leaves the gate open for findings. */
  readonly failOn: Severity | 'never';
  /** Comments are made from this severity on. */
  readonly commentOn: Severity;
  /** Comments of ours that are open at a time, 1 to 30; worse findings come first, and a worse one is always posted. */
  readonly maxComments: number;
  /** Whether the App may resolve conversations, which takes `contents: write`. Without it they are marked in words. */
  readonly canResolve: boolean;
}

/** A conversation that our App opened on a line of the pull request, as GitHub has it now. */
export interface Thread {
  /** GraphQL node id of the thread. */
  readonly id: string;
  /** REST id of its first comment. */
  readonly commentId: number;
  /** The fingerprints in our marker (`fingerprintsIn` of `#review/marker`). Read only from comments that our App wrote: anyone can type a marker. */
  readonly fingerprints: readonly string[];
  readonly path: string;
  readonly side: 'LEFT' | 'RIGHT';
  /** The line on that side in the present diff; undefined once outdated. */
  readonly line: number | undefined;
  readonly isResolved: boolean;
  readonly isOutdated: boolean;
  /** Whether somebody other than our App has written in it: then it is not ours alone to resolve. */
  readonly hasReplies: boolean;
  readonly body: string;
}

/** One comment on lines of the diff. `startLine` only when it covers more than one line, and then before `line` in the same hunk. */
export interface ReviewComment {
  readonly path: string;
  readonly side: 'LEFT' | 'RIGHT';
  readonly startLine: number | undefined;
  readonly line: number;
  /** Markdown with our hidden marker; at most 65,536 characters. */
  readonly body: string;
  readonly fingerprints: readonly string[];
}

/** One line of the check run's list beside the files. Lines from 1; columns only when it is one line. */
export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
  readonly level: 'notice' | 'warning' | 'failure';
  /** At most 255 characters. */
  readonly title: string;
  /** Plain text, at most 64 KB. */
  readonly message: string;
}

/** The completed check run: the gate. */
export interface CheckRun {
  readonly conclusion: 'success' | 'failure';
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  /** Further Markdown, at most 65,535 characters. */
  readonly text: string | undefined;
  readonly annotations: readonly Annotation[];
}

/** Everything that is to stand on the pull request after the review of one head. Publishing it twice changes nothing. */
export interface Review {
  /** The head that was reviewed. */
  readonly commit: string;
  /** The review's own words above its comments; required by GitHub even when comments say it all. */
  readonly body: string;
  /** New comments. When there is none, no review is posted. */
  readonly comments: readonly ReviewComment[];
  /** Threads of ours whose comment is to read differently now; to be written before those in `resolves` are resolved. */
  readonly updates: readonly { readonly thread: Thread; readonly body: string }[];
  /** Threads of ours whose findings are gone and in which nobody else wrote; empty when the App may not resolve. */
  readonly resolves: readonly Thread[];
  readonly checkRun: CheckRun;
}
