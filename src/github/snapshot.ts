import type { BlobReader, BlobRef } from '#github/blobs';
import type { Client } from '#github/client';
import { isFailure } from '#github/errors';
import type { RepositoryName } from '#github/gateway';
import { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { MAX_FILE_BYTES, type Snapshot, type TreeEntry } from '#source/snapshot';

/** Requests spent on the folders of a tree that GitHub truncated (100,000 entries or 7 MB: OAS git/get-tree). */
const MAX_WALK_REQUESTS = 60;
const MAX_SYMLINK_HOPS = 8;

interface Listing {
  readonly entries: readonly TreeEntry[];
  readonly truncated: boolean;
}

interface GitTreeItem {
  readonly path?: string | undefined;
  readonly mode?: string | undefined;
  readonly type?: string | undefined;
  readonly sha?: string | undefined;
  readonly size?: number | undefined;
}

/** A repository's files at one commit, through the API: the tree in one request, contents in batches. */
export class RepositorySnapshot implements Snapshot {
  #listing: Promise<Listing> | undefined;
  #byPath: Promise<ReadonlyMap<string, TreeEntry>> | undefined;

  constructor(
    readonly client: Client,
    readonly repository: RepositoryName,
    readonly commit: string,
    readonly blobs: BlobReader,
  ) {}

  list(): Promise<Listing> {
    this.#listing ??= this.#readTree().catch((error: unknown) => {
      this.#listing = undefined;
      throw error;
    });
    return this.#listing;
  }

  async read(paths: readonly string[]): Promise<ReadonlyMap<string, SourceFile | Problem>> {
    const entries = await this.#entries();
    const result = new Map<string, SourceFile | Problem>();
    const targets = new Map<string, TreeEntry>();
    for (const path of new Set(paths)) {
      const entry = entries.get(path);
      if (entry === undefined) continue;
      const target = await this.#follow(entry, entries);
      if ('message' in target) result.set(path, target);
      else if (target.size > MAX_FILE_BYTES) result.set(path, tooLarge(path, target.size));
      else targets.set(path, target);
    }
    const texts = await this.blobs.read([...targets.values()].map(refOf));
    for (const [path, target] of targets) {
      const text = texts.get(target.blob);
      if (text === undefined || text === 'missing')
        result.set(path, problem(path, 'GitHub does not give its content.'));
      else if (text === 'binary') result.set(path, problem(path, 'It is binary, not text.'));
      else result.set(path, new SourceFile(path, text.text, text.editable));
    }
    return result;
  }

  /** The blobs behind paths, links followed; paths that have none are left out. */
  async refs(paths: readonly string[]): Promise<readonly BlobRef[]> {
    const entries = await this.#entries();
    return paths.flatMap((path) => {
      const entry = entries.get(path);
      return entry?.kind === 'file' && entry.size <= MAX_FILE_BYTES ? [refOf(entry)] : [];
    });
  }

  #entries(): Promise<ReadonlyMap<string, TreeEntry>> {
    this.#byPath ??= this.list()
      .then(({ entries }) => new Map(entries.map((entry) => [entry.path, entry])))
      .catch((error: unknown) => {
        this.#byPath = undefined;
        throw error;
      });
    return this.#byPath;
  }

  async #follow(first: TreeEntry, entries: ReadonlyMap<string, TreeEntry>): Promise<TreeEntry | Problem> {
    let entry = first;
    for (let hop = 0; hop <= MAX_SYMLINK_HOPS; hop += 1) {
      if (entry.kind === 'submodule')
        return {
          kind: 'skipped',
          path: first.path,
          message: 'It is a submodule: its repository is reviewed by itself.',
        };
      if (entry.kind === 'file') return entry;
      const text = (await this.blobs.read([refOf(entry)])).get(entry.blob);
      const target = typeof text === 'object' ? resolveLink(entry.path, text.text) : undefined;
      const next = target === undefined ? undefined : entries.get(target);
      if (next === undefined)
        return problem(first.path, 'It is a symbolic link that leads to no file of this repository.');
      entry = next;
    }
    return problem(first.path, 'It is a symbolic link that leads back to itself.');
  }

  async #readTree(): Promise<Listing> {
    const root = await this.#tree(this.commit, true);
    if (root === undefined) return { entries: [], truncated: false };
    if (!root.truncated) return { entries: root.items.flatMap((item) => toEntry('', item)), truncated: false };
    return this.#walk();
  }

  /** Lists a truncated tree folder by folder: each recursively, and one level only where that is truncated again. */
  async #walk(): Promise<Listing> {
    const entries: TreeEntry[] = [];
    const folders: { readonly prefix: string; readonly sha: string }[] = [{ prefix: '', sha: this.commit }];
    let requests = 0;
    let truncated = false;
    for (let folder = folders.shift(); folder !== undefined; folder = folders.shift()) {
      if (requests >= MAX_WALK_REQUESTS) {
        truncated = true;
        break;
      }
      const deep = folder.prefix === '' ? undefined : await this.#tree(folder.sha, true);
      requests += 1;
      if (deep !== undefined && !deep.truncated) {
        for (const item of deep.items) entries.push(...toEntry(folder.prefix, item));
        continue;
      }
      const flat = await this.#tree(folder.sha, false);
      requests += 1;
      truncated ||= flat?.truncated ?? true;
      for (const item of flat?.items ?? []) {
        if (item.type === 'tree' && item.sha !== undefined)
          folders.push({ prefix: `${folder.prefix}${item.path}/`, sha: item.sha });
        else entries.push(...toEntry(folder.prefix, item));
      }
    }
    return { entries, truncated };
  }

  async #tree(
    sha: string,
    recursive: boolean,
  ): Promise<{ readonly items: readonly GitTreeItem[]; readonly truncated: boolean } | undefined> {
    try {
      const { data } = await this.client.read((octokit) =>
        octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
          ...this.repository,
          tree_sha: sha,
          ...(recursive ? { recursive: '1' } : {}),
        }),
      );
      return { items: data.tree, truncated: data.truncated };
    } catch (error) {
      // A commit whose tree is empty is answered with 404.
      if (isFailure(error, 'not-found') && sha === this.commit && (await this.#isEmptyCommit())) return undefined;
      throw error;
    }
  }

  async #isEmptyCommit(): Promise<boolean> {
    const { data } = await this.client.read((octokit) =>
      octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
        ...this.repository,
        commit_sha: this.commit,
      }),
    );
    return data.tree.sha === EMPTY_TREE;
  }
}

/** Git's id of the tree without entries. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

function refOf(entry: TreeEntry): BlobRef {
  return { id: entry.blob, size: entry.size };
}

function toEntry(prefix: string, item: GitTreeItem): TreeEntry[] {
  if (item.path === undefined || item.sha === undefined || item.type === 'tree') return [];
  const kind = item.type === 'commit' ? 'submodule' : item.mode === '120000' ? 'symlink' : 'file';
  return [{ path: `${prefix}${item.path}`, blob: item.sha, size: item.size ?? 0, kind }];
}

/** The path that a link points at, from the repository's root; undefined when it leaves the repository. */
export function resolveLink(from: string, target: string): string | undefined {
  if (target.startsWith('/') || target.length > 4096) return undefined;
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function problem(path: string, message: string): Problem {
  return { kind: 'unreadable', path, message };
}

function tooLarge(path: string, size: number): Problem {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return problem(
    path,
    `It has ${megabytes(size)} MB; files over ${megabytes(MAX_FILE_BYTES)} MB are not read. Split it, or ignore its path.`,
  );
}
