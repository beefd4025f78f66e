import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedDiff } from '#cli/fix-diff';
import { folderSnapshot } from '#cli/folder';
import { isOpen, type Report, type ReportedFinding } from '#cli/report';
import { configOf, optionsFor, reportOn } from '#cli/scan-command';
import type { Fix } from '#finding/remedy';
import { applyEdits, type Edit, OverlappingEdits } from '#source/edit';
import type { SourceFile } from '#source/file';
import { overlay } from '#source/overlay';

/** A finding with the fix that was applied for it. */
export interface FixedFinding extends ReportedFinding {
  readonly fix: Fix;
}

/** One scan and the fixes of it that go together. */
export interface Round {
  readonly report: Report;
  readonly applied: readonly FixedFinding[];
  /** The files as the fixes leave them. */
  readonly files: readonly SourceFile[];
  /** Fixes that touch the same text as one that was applied. */
  readonly postponed: number;
}

/** What `leastwise fix` did, or would do. */
export interface Fixed {
  readonly diff: string;
  readonly rounds: readonly Round[];
  /** Fixes that were still postponed when the rounds ran out. */
  readonly postponed: number;
  /** Unsafe fixes that were left out. */
  readonly unsafe: number;
}

export interface FixCommandOptions {
  readonly unsafe: boolean;
  /** Nothing is written. */
  readonly dryRun: boolean;
  /** `YYYY-MM-DD` in UTC. */
  readonly today: string;
  /** Milliseconds since any moment. */
  readonly clock: () => number;
}

/** What still touches the same text after so many rounds is left to the next run, which is told. */
const MAX_ROUNDS = 5;

/**
 * Applies the verified fixes of a folder's templates. Fixes that touch the same text follow one another: what a round has
 * changed is scanned again in memory, until nothing is left to do, so that a second run changes nothing.
 */
export async function fixFolder(directory: string, options: FixCommandOptions): Promise<Fixed> {
  const { today, clock } = options;
  const snapshot = folderSnapshot(directory);
  const scanOptions = optionsFor(await configOf(snapshot), today);
  const { report: first } = await reportOn(snapshot, scanOptions, clock);
  const rounds = [roundOf(first, options.unsafe)];
  const originals = new Map<string, SourceFile>();
  const changed = new Map<string, SourceFile>();
  for (let round = rounds[0]; round && round.applied.length > 0; round = rounds.at(-1)) {
    for (const file of round.files) {
      const before = round.report.file(file.path);
      if (before && !originals.has(file.path)) originals.set(file.path, before);
      changed.set(file.path, file);
    }
    if (rounds.length === MAX_ROUNDS) break;
    const scope = new Set(round.files.map((file) => file.path));
    const edited = overlay(snapshot, [...changed.values()]);
    const { report } = await reportOn(edited, { ...scanOptions, scope }, clock);
    rounds.push(roundOf(report, options.unsafe));
  }
  const diffs: string[] = [];
  for (const [path, before] of originals) {
    const after = changed.get(path);
    if (!after) continue;
    if (!options.dryRun) writeFileSync(join(directory, path), after.text);
    diffs.push(unifiedDiff(before, after));
  }
  const unsafe = first.findings.filter((one) => isOpen(one) && one.fix?.applicability === 'unsafe').length;
  return {
    diff: diffs.join(''),
    rounds,
    postponed: rounds.at(-1)?.postponed ?? 0,
    unsafe: options.unsafe ? 0 : unsafe,
  };
}

/** The fixes of a report that go together, and the files with them. */
function roundOf(report: Report, unsafe: boolean): Round {
  const applied: FixedFinding[] = [];
  let postponed = 0;
  let files = new Map<string, SourceFile>();
  let edits: readonly Edit[] = [];
  for (const one of report.findings) {
    const { fix } = one;
    if (!fix || !isOpen(one) || (fix.applicability !== 'safe' && !unsafe)) continue;
    const together = [...edits, ...fix.edits];
    const made = composed(together, fix.edits, report);
    if (!made) {
      postponed += 1;
      continue;
    }
    edits = together;
    files = new Map([...files, ...made]);
    applied.push({ ...one, fix });
  }
  return { report, applied, files: [...files.values()], postponed };
}

/** The files that the new edits touch, with all edits made; undefined when two of them touch the same text. */
function composed(
  edits: readonly Edit[],
  added: readonly Edit[],
  report: Report,
): ReadonlyMap<string, SourceFile> | undefined {
  const files = new Map<string, SourceFile>();
  try {
    for (const path of new Set(added.map((edit) => edit.path))) {
      const file = report.file(path);
      if (!file) return undefined;
      files.set(path, applyEdits(file, edits));
    }
    return files;
  } catch (error) {
    if (error instanceof OverlappingEdits) return undefined;
    throw error;
  }
}
