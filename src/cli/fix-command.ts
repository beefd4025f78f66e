import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedDiff } from '#cli/fix-diff';
import { isOpen, type Report } from '#cli/report';
import type { Fix } from '#finding/remedy';
import { applyEdits, type Edit, OverlappingEdits } from '#source/edit';
import type { SourceFile } from '#source/file';

/** What `leastwise fix` did, or would do. */
export interface Fixed {
  readonly diff: string;
  readonly applied: readonly Fix[];
  /** Fixes that touch the same text as one that was applied: a second run applies them. */
  readonly postponed: number;
  /** Unsafe fixes that were left out. */
  readonly unsafe: number;
}

/** Applies the verified fixes of a report to the folder's files. With `dryRun` nothing is written. */
export function applyFixes(
  directory: string,
  report: Report,
  options: { readonly unsafe: boolean; readonly dryRun: boolean },
): Fixed {
  const offered = report.findings.filter(isOpen).flatMap(({ fix }) => fix ?? []);
  const chosen = offered.filter((fix) => options.unsafe || fix.applicability === 'safe');
  const applied: Fix[] = [];
  let edits: readonly Edit[] = [];
  for (const fix of chosen) {
    const together = [...edits, ...fix.edits];
    if (!composes(together, report)) continue;
    edits = together;
    applied.push(fix);
  }
  const diffs = [...new Set(edits.map(({ path }) => path))].map((path) => {
    const before = report.file(path);
    if (!before) return '';
    const after = applyEdits(before, edits);
    if (!options.dryRun) writeFileSync(join(directory, path), after.text);
    return unifiedDiff(before, after);
  });
  return {
    diff: diffs.join(''),
    applied,
    postponed: chosen.length - applied.length,
    unsafe: offered.length - chosen.length,
  };
}

function composes(edits: readonly Edit[], report: Report): boolean {
  try {
    for (const path of new Set(edits.map((edit) => edit.path))) {
      const file: SourceFile | undefined = report.file(path);
      if (!file) return false;
      applyEdits(file, edits);
    }
    return true;
  } catch (error) {
    if (error instanceof OverlappingEdits) return false;
    throw error;
  }
}
