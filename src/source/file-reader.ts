import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';

/** What lenses and runtimes ask for files while they follow what a root names: nested templates, includes, handlers, imports. */
export interface FileReader {
  /** As `Snapshot.read`; every path that was asked for is remembered as something the asker depends on. */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, SourceFile | Problem>>;
  /** Whether the tree has the path, without reading it. */
  has(path: string): boolean;
  /** The paths of the files right in a directory (`infra`; the root is the empty string), in order. */
  list(directory: string): readonly string[];
  /** The paths of all files below a directory, in order. */
  below(directory: string): readonly string[];
}
