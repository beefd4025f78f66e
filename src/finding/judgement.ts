import type { Finding, Verdict } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import type { Gap } from '#model/handler';
import type { Location } from '#source/file';
import type { Problem } from '#source/problem';

export type { Gap };

/** An author's word that findings at a place are accepted: ours, or a peer's read through the rules' aliases. */
export interface Suppression {
  /** The ids or globs of rules that it covers, as rule ids of ours. */
  readonly rules: readonly string[];
  /** The tool whose syntax it is: ours, or the peer's. */
  readonly tool:
    | 'leastwise'
    | 'checkov'
    | 'kics'
    | 'trivy'
    | 'cfn_nag'
    | 'cdk-nag'
    | 'zizmor'
    | 'hadolint'
    | 'gitleaks'
    | 'semgrep'
    | 'bandit'
    | 'codeql'
    | 'sonar'
    | 'eslint';
  readonly at: Location;
  /** The lines, from 1 and both included, or the resource it covers. */
  readonly covers: { readonly lines: { readonly start: number; readonly end: number } } | { readonly resource: string };
  readonly reason: string | undefined;
  /** `YYYY-MM-DD`, the last day on which it counts. */
  readonly until: string | undefined;
  /** The same suppression at the merge base has the same identity; no line numbers in it. */
  readonly fingerprint: string;
}

/** A finding with what the comparison with the merge base says of it. */
export interface Judged {
  readonly finding: Finding;
  readonly verdict: Verdict;
  /** The finding at the merge base, for `escalated` and `existing`. */
  readonly before: Finding | undefined;
  readonly suppression: Suppression | undefined;
  /** Verified; absent when there is no remedy, or it could not be proved. */
  readonly fix: Fix | undefined;
  /**
   * For a guard that the change deleted: where it stood on the base side, since the head has no line for it. The comment goes
   * to that line on the LEFT side.
   */
  readonly deleted: Location | undefined;
}

/** A problem of the head, and whether the change caused it: then it fails the check (law 7). */
export interface JudgedProblem {
  readonly problem: Problem;
  readonly introduced: boolean;
}

/** What the change does to the attack surface: base against head. */
export interface SurfaceChange {
  readonly kind:
    | 'entry-added'
    | 'entry-removed'
    | 'reach-widened'
    | 'reach-narrowed'
    | 'permission-broadened'
    | 'permission-narrowed';
  /** Markdown, one line, names escaped: `POST /orders reaches OrderFunction without authentication`. */
  readonly text: string;
  readonly at: Location | undefined;
}

/** What one function may do with one service, and what it does: names and patterns of actions. */
export interface PermissionRow {
  readonly function: string;
  /** IAM's prefix. */
  readonly service: string;
  readonly granted: readonly string[];
  readonly used: readonly string[];
  readonly excess: readonly string[];
  readonly missing: readonly string[];
  /** Why not all of it is known. */
  readonly unknown: string | undefined;
}

/** Everything that a review is planned from. */
export interface Judgement {
  readonly findings: readonly Judged[];
  readonly problems: readonly JudgedProblem[];
  readonly surface: readonly SurfaceChange[];
  /** Of the functions whose code was read for the change; absent where none was. */
  readonly permissions?: readonly PermissionRow[];
  /** What was not followed in the code of the handlers that the change touches, and why. */
  readonly gaps: readonly Gap[];
  /** Suppressions that the merge base does not have. `accepted` once somebody entitled has said so. */
  readonly newSuppressions: readonly { readonly suppression: Suppression; readonly accepted: boolean }[];
  /** Counts for the summary. */
  readonly stats: {
    readonly files: number;
    readonly stacks: number;
    readonly resources: number;
    readonly rules: number;
  };
}
