import type { Finding } from '#finding/finding';
import type { Judgement } from '#finding/judgement';
import { type FixOptions, fixes } from '#scan/fix';
import { judge, scanChange, withFixes } from '#scan/judge';
import type { Scan } from '#scan/scan';
import type { Diff } from '#source/diff';
import type { Snapshot } from '#source/snapshot';

export interface ChangeOptions extends Omit<FixOptions, 'scope'> {
  /** Fingerprints of suppressions that somebody entitled has accepted for this pull request. */
  readonly accepted: ReadonlySet<string>;
  /** Findings about the change itself, such as a weaker configuration. */
  readonly about?: readonly Finding[];
}

/**
 * The whole of what is to be said of a change: both sides scanned, the head judged against the merge base, and verified fixes
 * for what the change introduces or makes worse.
 */
export async function judgeChange(
  head: Snapshot,
  base: Snapshot,
  diff: Diff,
  options: ChangeOptions,
): Promise<{ readonly judgement: Judgement; readonly scan: Scan }> {
  const changed = new Set(
    diff.files.flatMap(({ path, previousPath }) => (previousPath ? [path, previousPath] : [path])),
  );
  const renames = new Map(
    diff.files.flatMap(({ path, previousPath }) => (previousPath ? [[path, previousPath] as const] : [])),
  );
  const scans = await scanChange(head, base, changed, options);
  const { today, accepted, about } = options;
  const judgement = judge(scans.head, scans.base, { today, accepted, renames, ...(about && { about }) });
  const shown = judgement.findings.flatMap(({ finding, verdict }) =>
    verdict === 'introduced' || verdict === 'escalated' ? [finding] : [],
  );
  const verified = await fixes(scans.head, head, shown, { ...options, scope: changed });
  return { judgement: withFixes(judgement, verified), scan: scans.head };
}
