/** Git objects with their real ids, for one network of forks: GitHub keeps a fork's objects in one store with its parent's. */
import { createHash } from 'node:crypto';

/** What a tree entry may hold; submodules name a commit of another repository. */
export type FileContent =
  | string
  | Uint8Array
  | { readonly symlink: string }
  | { readonly submodule: string }
  | { readonly executable: string };

/** One path of a tree. */
export interface Entry {
  readonly mode: '100644' | '100755' | '120000' | '160000' | '040000';
  readonly sha: string;
}

/** A commit; dates in ISO 8601, written to git in whole seconds UTC. */
export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string; readonly date: string };
}

/** All files of a tree, by path, without the trees themselves. */
export type Files = ReadonlyMap<string, Entry>;

function objectId(type: string, content: Uint8Array): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}

/** The id that git gives to a file's content. */
export function blobId(content: Uint8Array): string {
  return objectId('blob', content);
}

/** Git sorts a folder as if its name ended in a slash. */
function sortKey(name: string, entry: Entry): Buffer {
  return Buffer.from(entry.mode === '040000' ? `${name}/` : name);
}

/** Content-addressed objects. */
export class ObjectStore {
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #trees = new Map<string, ReadonlyMap<string, Entry>>();
  readonly #commits = new Map<string, Commit>();
  readonly #flat = new Map<string, Files>();

  /** Stores one file's content and tells its entry. */
  write(content: FileContent): Entry {
    if (typeof content === 'object' && 'submodule' in content) return { mode: '160000', sha: content.submodule };
    const mode =
      typeof content === 'object' && 'symlink' in content ? '120000' : isExecutable(content) ? '100755' : '100644';
    const bytes = bytesOf(content);
    const sha = blobId(bytes);
    this.#blobs.set(sha, bytes);
    return { mode, sha };
  }

  /** Stores the tree of all these files and tells its id. */
  writeTree(files: Files): string {
    const here = new Map<string, Entry>();
    const folders = new Map<string, Map<string, Entry>>();
    for (const [path, entry] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) here.set(path, entry);
      else {
        const folder = path.slice(0, slash);
        const inner = folders.get(folder) ?? new Map<string, Entry>();
        folders.set(folder, inner.set(path.slice(slash + 1), entry));
      }
    }
    for (const [name, inner] of folders) here.set(name, { mode: '040000', sha: this.writeTree(inner) });
    const sorted = [...here].sort(([a, x], [b, y]) => Buffer.compare(sortKey(a, x), sortKey(b, y)));
    const content = sorted.flatMap(([name, { mode, sha }]) => [
      Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
      Buffer.from(sha, 'hex'),
    ]);
    const sha = objectId('tree', Buffer.concat(content));
    this.#trees.set(sha, new Map(sorted));
    return sha;
  }

  /** Stores a commit and tells it with its id. */
  writeCommit(commit: Omit<Commit, 'sha'>): Commit {
    const seconds = Math.floor(Date.parse(commit.author.date) / 1000);
    const person = `${commit.author.name} <${commit.author.email}> ${seconds} +0000`;
    const parents = commit.parents.map((parent) => `parent ${parent}\n`).join('');
    const text = `tree ${commit.tree}\n${parents}author ${person}\ncommitter ${person}\n\n${commit.message}`;
    const whole = { ...commit, sha: objectId('commit', Buffer.from(text)) };
    this.#commits.set(whole.sha, whole);
    return whole;
  }

  blob(sha: string): Uint8Array | undefined {
    return this.#blobs.get(sha);
  }

  /** The direct entries of one folder, in git's order. */
  tree(sha: string): ReadonlyMap<string, Entry> | undefined {
    return this.#trees.get(sha);
  }

  commit(sha: string): Commit | undefined {
    return this.#commits.get(sha);
  }

  /** A commit by its full id, or by an abbreviation of at least seven digits that only one has. */
  resolve(sha: string): Commit | undefined {
    const exact = this.#commits.get(sha);
    if (exact !== undefined || !/^[0-9a-f]{7,39}$/.test(sha)) return exact;
    const matching = [...this.#commits.values()].filter((commit) => commit.sha.startsWith(sha));
    return matching.length === 1 ? matching[0] : undefined;
  }

  /** All files below a tree. */
  files(tree: string): Files {
    const known = this.#flat.get(tree);
    if (known !== undefined) return known;
    const found = new Map<string, Entry>();
    for (const [name, entry] of this.#trees.get(tree) ?? []) {
      if (entry.mode !== '040000') found.set(name, entry);
      else for (const [path, inner] of this.files(entry.sha)) found.set(`${name}/${path}`, inner);
    }
    this.#flat.set(tree, found);
    return found;
  }

  filesAt(commit: string): Files {
    const tree = this.#commits.get(commit)?.tree;
    return tree === undefined ? new Map() : this.files(tree);
  }

  /** A file's content at a commit; undefined if there is none or it is a submodule. */
  read(commit: string, path: string): Uint8Array | undefined {
    const entry = this.filesAt(commit).get(path);
    return entry === undefined ? undefined : this.#blobs.get(entry.sha);
  }

  /** A commit's ancestors and itself, nearest first. */
  ancestors(sha: string): Set<string> {
    const seen = new Set<string>([sha]);
    for (const next of seen) for (const parent of this.#commits.get(next)?.parents ?? []) seen.add(parent);
    return seen;
  }

  /** The nearest common ancestor, or undefined of unrelated histories. */
  mergeBase(one: string, other: string): string | undefined {
    const ours = this.ancestors(one);
    for (const candidate of this.ancestors(other)) if (ours.has(candidate)) return candidate;
    return undefined;
  }

  /** The commits that `head` has and `base` has not, oldest first. */
  between(base: string, head: string): Commit[] {
    const theirs = this.ancestors(base);
    const own = [...this.ancestors(head)].filter((sha) => !theirs.has(sha));
    return own.reverse().flatMap((sha) => this.#commits.get(sha) ?? []);
  }
}

function isExecutable(content: FileContent): boolean {
  return typeof content === 'object' && 'executable' in content;
}

function bytesOf(content: Exclude<FileContent, { submodule: string }>): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  if (content instanceof Uint8Array) return content;
  return Buffer.from('symlink' in content ? content.symlink : content.executable);
}
