import type { Finding, Verdict } from '#finding/finding';
import type { Fix } from '#finding/remedy';
import type { Gap } from '#model/handler';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';

/** One line of a report: a finding, what the comparison says of it, and its verified fix. */
export interface ReportedFinding {
  readonly finding: Finding;
  readonly verdict: Verdict;
  readonly fix: Fix | undefined;
}

/** What a command found, before it is written in one of the formats. */
export interface Report {
  readonly findings: readonly ReportedFinding[];
  readonly problems: readonly Problem[];
  /** What was not followed in the code of handlers, and why. */
  readonly gaps?: readonly Gap[];
  readonly stats: {
    readonly files: number;
    readonly stacks: number;
    readonly resources: number;
    readonly rules: number;
    /** Wall time of the whole, in milliseconds. */
    readonly milliseconds: number;
  };
  /** The files as scanned, for code frames and diffs of fixes. */
  file(path: string): SourceFile | undefined;
}

/** The verdicts that a person still has to do something about. */
export function isOpen({ verdict }: ReportedFinding): boolean {
  return verdict !== 'suppressed' && verdict !== 'resolved';
}
