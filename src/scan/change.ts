import type { Finding } from '#finding/finding';
import type { Judgement } from '#finding/judgement';
import { SEVERITIES } from '#finding/severity';
import { CONFIG_PATHS } from '#scan/config';
import { type FixOptions, fixes } from '#scan/fix';
import { judge, scanChange, withFixes } from '#scan/judge';
import type { Scan } from '#scan/scan';
import type { Diff } from '#source/diff';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { isFile, type Snapshot } from '#source/snapshot';

/** Both sides of a change as it lies before us. */
export interface Change {
  readonly head: Snapshot;
  /** The merge base. */
  readonly base: Snapshot;
  readonly diff: Diff;
}

export interface ChangeOptions extends Omit<FixOptions, 'scope'> {
  /** Fingerprints of suppressions that somebody entitled has accepted; asked for after the scan, so that it is fresh. */
  readonly accepted: () => Promise<ReadonlySet<string>>;
  /** Whether somebody entitled just accepted every suppression that the change adds. */
  readonly acceptNew: boolean;
}

/** What is to be said of a change. */
export interface JudgedChange {
  readonly judgement: Judgement;
  /** Fingerprints of suppressions that the merge base does not have and that nobody had accepted before. */
  readonly pending: readonly string[];
  /** The head's files, for pieces of them that are shown. */
  file(path: string): SourceFile | undefined;
}

/** Findings for which a fix is proved: those that can become comments, and some more for the summary. */
const MAX_FIXED = 60;

/** Scans both sides, judges the head against the merge base, and proves fixes for what the change introduces or makes worse. */
export async function judgeChange({ head, base, diff }: Change, options: ChangeOptions): Promise<JudgedChange> {
  const { rules, frameworks, config, today, grammars } = options;
  const changed = new Set(
    diff.files.flatMap(({ path, previousPath }) => (previousPath ? [path, previousPath] : [path])),
  );
  const renames = new Map(diff.files.flatMap(({ path, previousPath }) => (previousPath ? [[path, previousPath]] : [])));
  const scans = await scanChange(head, base, changed, {
    rules,
    frameworks,
    config,
    today,
    ...(grammars ? { grammars } : {}),
  });
  const accepted = await options.accepted();
  const about = await aboutConfiguration(head, base, changed, options);
  const judged = (more: readonly string[]): Judgement =>
    judge(scans.head, scans.base, { today, accepted: new Set([...accepted, ...more]), renames, about });
  const first = judged([]);
  const pending = first.newSuppressions
    .filter((one) => !one.accepted)
    .map(({ suppression }) => suppression.fingerprint);
  const judgement = options.acceptNew && pending.length > 0 ? judged(pending) : first;
  const proved = await fixes(scans.head, head, toFix(judgement), { ...options, scope: changed });
  const file = filesOf(scans.head);
  return { judgement: withFixes(judgement, proved), pending, file };
}

/** The files that a scan read, by path. */
export function filesOf(scan: Scan): (path: string) => SourceFile | undefined {
  const all = [...scan.cloud.stacks, ...scan.analyses.map(({ handler }) => handler)];
  const files = new Map(all.flatMap((one) => one.files.map((file) => [file.path, file] as const)));
  return (path) => files.get(path);
}

/** What the change does to the configuration that later pull requests are held to. */
async function aboutConfiguration(
  head: Snapshot,
  base: Snapshot,
  changed: ReadonlySet<string>,
  { rules }: ChangeOptions,
): Promise<readonly Finding[]> {
  if (!CONFIG_PATHS.some((path) => changed.has(path))) return [];
  // Few changes touch it, and the reader of configurations is a fifth of what a review loads.
  const { configFindings } = await import('#scan/gate');
  const [before, after] = await Promise.all([base.read(CONFIG_PATHS), head.read(CONFIG_PATHS)]);
  return configFindings(firstOf(before), firstOf(after), rules);
}

function firstOf(files: ReadonlyMap<string, SourceFile | Problem>): SourceFile | undefined {
  const found = CONFIG_PATHS.map((path) => files.get(path)).find((file) => file !== undefined);
  return isFile(found) ? found : undefined;
}

/** The findings that are to be shown with a fix, the worst first. */
function toFix({ findings }: Judgement): readonly Finding[] {
  return findings
    .filter(({ verdict }) => verdict === 'introduced' || verdict === 'escalated')
    .map(({ finding }) => finding)
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .slice(0, MAX_FIXED);
}
