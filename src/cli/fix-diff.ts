import { createTwoFilesPatch } from 'diff';
import type { Fix } from '#finding/remedy';
import { applyEdits } from '#source/edit';
import type { SourceFile } from '#source/file';

/** A fix as a unified diff that `git apply` takes, with one line of context. */
export function fixDiff(fix: Fix, file: (path: string) => SourceFile | undefined): string {
  return [...new Set(fix.edits.map(({ path }) => path))].map((path) => fileDiffOf(file(path), fix)).join('');
}

function fileDiffOf(before: SourceFile | undefined, fix: Fix): string {
  if (!before) return '';
  return unifiedDiff(before, applyEdits(before, fix.edits), 1);
}

/** Two versions of a file as a unified diff. */
export function unifiedDiff(before: SourceFile, after: SourceFile, context = 3): string {
  if (before.text === after.text) return '';
  const patch = createTwoFilesPatch(
    `a/${before.path}`,
    `b/${after.path}`,
    before.text,
    after.text,
    undefined,
    undefined,
    {
      context,
    },
  );
  return patch.replace(/^=+\n/, '');
}
