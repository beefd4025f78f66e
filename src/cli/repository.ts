import { Failure } from '#cli/failure';
import { git } from '#cli/git';
import { textFile, tooLarge } from '#cli/text-file';
import { type Diff, type FileDiff, parsePatch } from '#source/diff';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { MAX_FILE_BYTES, type Snapshot, type TreeEntry } from '#source/snapshot';

/** The full id of a commit that a revision names. */
export async function commitOf(directory: string, revision: string): Promise<string> {
  if (revision.startsWith('-')) throw new Failure(`${revision} is not a revision of git.`);
  try {
    const out = await git(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return out.toString('utf8').trim();
  } catch {
    throw new Failure(`${revision} names no commit in ${directory}. Fetch it, or check its spelling.`);
  }
}

/** The best common ancestor of two commits: what a pull request is judged against. */
export async function mergeBaseOf(directory: string, base: string, head: string): Promise<string> {
  try {
    return (await git(directory, ['merge-base', base, head])).toString('utf8').trim();
  } catch {
    throw new Failure(`${base} and ${head} have no common ancestor. Fetch the whole history (git fetch --unshallow).`);
  }
}

/** The files at a commit of a local repository. Nothing is checked out. */
export function commitSnapshot(directory: string, commit: string): Snapshot {
  let listed: Promise<ReadonlyMap<string, TreeEntry>> | undefined;
  const entries = (): Promise<ReadonlyMap<string, TreeEntry>> => {
    listed ??= listTree(directory, commit);
    return listed;
  };
  return {
    commit,
    async list() {
      return { entries: [...(await entries()).values()], truncated: false };
    },
    async read(paths) {
      const known = await entries();
      const wanted = paths.flatMap((path) => known.get(path) ?? []);
      return readBlobs(directory, wanted);
    },
  };
}

async function listTree(directory: string, commit: string): Promise<ReadonlyMap<string, TreeEntry>> {
  const out = await git(directory, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]);
  const entries = new Map<string, TreeEntry>();
  for (const line of out.toString('utf8').split('\0')) {
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const [mode, type, blob = '', size = ''] = line.slice(0, tab).split(/ +/);
    const path = line.slice(tab + 1);
    const kind = type === 'commit' ? 'submodule' : mode === '120000' ? 'symlink' : 'file';
    entries.set(path, { path, blob, size: Number(size) || 0, kind });
  }
  return entries;
}

async function readBlobs(
  directory: string,
  entries: readonly TreeEntry[],
): Promise<ReadonlyMap<string, SourceFile | Problem>> {
  const read = new Map<string, SourceFile | Problem>();
  const files = entries.filter((entry) => {
    if (entry.kind === 'file' && entry.size <= MAX_FILE_BYTES) return true;
    read.set(
      entry.path,
      entry.kind === 'file'
        ? tooLarge(entry.path, entry.size)
        : {
            kind: 'skipped',
            path: entry.path,
            message: `It is a ${entry.kind === 'symlink' ? 'symbolic link' : 'submodule'}.`,
          },
    );
    return false;
  });
  if (files.length === 0) return read;
  const out = await git(directory, ['cat-file', '--batch'], files.map(({ blob }) => `${blob}\n`).join(''));
  let at = 0;
  for (const { path } of files) {
    const end = out.indexOf(10, at);
    const size = Number(out.toString('latin1', at, end).split(' ')[2]);
    if (end === -1 || !Number.isInteger(size)) throw new Failure(`git gave no content for ${path}.`);
    read.set(path, textFile(path, out.subarray(end + 1, end + 1 + size)));
    at = end + 1 + size + 1;
  }
  return read;
}

const STATUS: Readonly<Record<string, FileDiff['status']>> = { A: 'added', D: 'removed', R: 'renamed' };

/** What changed between two commits, with three lines of context as GitHub shows it; renames are found. */
export async function diffOf(directory: string, base: string, head: string): Promise<Diff> {
  const range = [base, head, '--'];
  const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--find-renames'];
  const names = (await git(directory, ['diff', '--name-status', '-z', ...plain, ...range]))
    .toString('utf8')
    .split('\0');
  const patches = patchesOf((await git(directory, ['diff', '--unified=3', ...plain, ...range])).toString('utf8'));
  const files: FileDiff[] = [];
  for (let at = 0; at + 1 < names.length; ) {
    const code = (names[at++] ?? '').slice(0, 1);
    const first = names[at++] ?? '';
    const renamed = code === 'R' || code === 'C';
    const path = renamed ? (names[at++] ?? '') : first;
    const patch = patches[files.length] ?? '';
    files.push({
      path,
      ...(code === 'R' && { previousPath: first }),
      status: STATUS[code] ?? 'modified',
      hunks: parsePatch(patch),
      complete: !/^Binary files /m.test(patch.split('\n@@')[0] ?? ''),
    });
  }
  return { files, complete: true };
}

/** The patches of a diff, file by file, in the order of the files. */
function patchesOf(diff: string): string[] {
  return diff.split(/^diff --git .*$/m).slice(1);
}
