import { createHash } from 'node:crypto';
import { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';

/** A snapshot that counts how often it was read, and what was asked for. */
export interface MemorySnapshot extends Snapshot {
  readonly reads: readonly (readonly string[])[];
}

/** A snapshot of files given as text, by path; a path that holds a Problem cannot be read. */
export function snapshotOf(files: Readonly<Record<string, string | Problem>>, commit = 'memory'): MemorySnapshot {
  const reads: (readonly string[])[] = [];
  return {
    commit,
    reads,
    async list() {
      const entries = Object.entries(files).map(([path, content]) => {
        const text = typeof content === 'string' ? content : '';
        const blob = createHash('sha1').update(text).digest('hex');
        return { path, blob, size: Buffer.byteLength(text), kind: 'file' as const };
      });
      return { entries, truncated: false };
    },
    async read(paths) {
      reads.push([...paths]);
      return new Map(
        paths.flatMap((path): [string, SourceFile | Problem][] => {
          const content = Object.hasOwn(files, path) ? files[path] : undefined;
          if (content === undefined) return [];
          return [[path, typeof content === 'string' ? new SourceFile(path, content) : content]];
        }),
      );
    },
  };
}
