import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';

/** One entry of a repository's tree at a commit. */
export interface TreeEntry {
  readonly path: string;
  /** Git's object id of the content; equal ids are equal contents. */
  readonly blob: string;
  /** Bytes; 0 for a submodule. */
  readonly size: number;
  readonly kind: 'file' | 'symlink' | 'submodule';
}

/** Files over this size are not read: GitHub's contents API stops at 1 MB, and synthesised templates reach 10 MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/**
 * A repository's files at one commit: all that the pure rooms await. Implementations: the GitHub API, local git, a folder,
 * and an overlay of edits over another snapshot.
 */
export interface Snapshot {
  /** The commit's object id, or a name for what has none (a working tree). */
  readonly commit: string;
  /** All entries of the tree; `truncated` when the host could not list them all. */
  list(): Promise<{ readonly entries: readonly TreeEntry[]; readonly truncated: boolean }>;
  /**
   * Reads several files in as few requests as can be. A path that does not exist is absent from the map; one that exists but
   * cannot be read as text (binary, over MAX_FILE_BYTES, symlink out of the tree, submodule) maps to a Problem.
   */
  read(paths: readonly string[]): Promise<ReadonlyMap<string, SourceFile | Problem>>;
}

/** Whether what `Snapshot.read` gave is a file, not a problem. */
export function isFile(entry: SourceFile | Problem | undefined): entry is SourceFile {
  return entry !== undefined && 'text' in entry;
}
