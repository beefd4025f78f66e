import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Failure } from '#cli/failure';
import { git } from '#cli/git';
import { textFile, tooLarge } from '#cli/text-file';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { MAX_FILE_BYTES, type Snapshot, type TreeEntry } from '#source/snapshot';

/** Folders that hold what others wrote, or what tools made of the sources. */
const SKIPPED = new Set([
  '.git',
  'node_modules',
  '.venv',
  'venv',
  '__pycache__',
  '.aws-sam',
  '.serverless',
  '.terraform',
]);

/**
 * A working tree as a snapshot. In a git checkout: what git tracks, and what it does not track but does not ignore either;
 * elsewhere every file but those in folders that tools fill. Symbolic links that lead out of the folder are not followed.
 */
export function folderSnapshot(directory: string): Snapshot {
  const root = realRoot(directory);
  let listed: Promise<readonly TreeEntry[]> | undefined;
  return {
    commit: 'working tree',
    async list() {
      listed ??= list(root);
      return { entries: await listed, truncated: false };
    },
    async read(paths) {
      return new Map(
        paths.flatMap((path): [string, SourceFile | Problem][] => {
          const content = readOne(root, path);
          return content ? [[path, content]] : [];
        }),
      );
    },
  };
}

function realRoot(directory: string): string {
  try {
    const root = realpathSync(resolve(directory));
    if (statSync(root).isDirectory()) return root;
  } catch {
    throw new Failure(`${directory} does not exist. Give the folder of the application.`);
  }
  throw new Failure(`${directory} is not a folder. Give the folder of the application.`);
}

async function list(root: string): Promise<readonly TreeEntry[]> {
  const tracked = await gitFiles(root);
  const paths = tracked ?? [...walk(root, root)];
  return paths.flatMap((path): TreeEntry[] => {
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false });
    if (!stats) return [];
    if (stats.isSymbolicLink()) return [{ path, blob: '', size: 0, kind: 'symlink' }];
    if (!stats.isFile()) return [];
    return [{ path, blob: '', size: stats.size, kind: 'file' }];
  });
}

async function gitFiles(root: string): Promise<string[] | undefined> {
  try {
    const out = await git(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
    return [...new Set(out.toString('utf8').split('\0'))].filter((path) => path !== '');
  } catch {
    return undefined;
  }
}

function* walk(root: string, directory: string): Iterable<string> {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (!entry.isDirectory()) yield relative(root, path).split(sep).join('/');
    else if (!SKIPPED.has(entry.name)) yield* walk(root, path);
  }
}

function readOne(root: string, path: string): SourceFile | Problem | undefined {
  const absolute = join(root, path);
  try {
    const real = realpathSync(absolute);
    if (real !== root && !real.startsWith(root + sep)) {
      return { kind: 'skipped', path, message: 'It is a link that leads out of the folder.' };
    }
    const { size } = statSync(real);
    return size > MAX_FILE_BYTES ? tooLarge(path, size) : textFile(path, readFileSync(real));
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    return { kind: 'unreadable', path, message: 'It cannot be read. Check its permissions.' };
  }
}
