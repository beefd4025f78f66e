import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';

/**
 * A snapshot with some of its files replaced, in memory: what a fix is verified on. The tree is that of the snapshot below;
 * files that it does not have can be read but are not listed.
 */
export function overlay(below: Snapshot, files: readonly SourceFile[]): Snapshot {
  const replaced = new Map(files.map((file) => [file.path, file]));
  return {
    commit: `${below.commit}+edits`,
    list: () => below.list(),
    async read(paths) {
      const missing = paths.filter((path) => !replaced.has(path));
      const found = new Map<string, SourceFile | Problem>(missing.length > 0 ? await below.read(missing) : []);
      for (const path of paths) {
        const file = replaced.get(path);
        if (file) found.set(path, file);
      }
      return found;
    },
  };
}
