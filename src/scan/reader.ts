import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import type { Problem } from '#source/problem';
import type { Snapshot } from '#source/snapshot';

/** Files that the roots of one scan may ask for while they load; a tree of templates that names more is cut off and says so. */
const MAX_FILES = 5_000;

type Content = SourceFile | Problem;

/** Made once for a tree, whose roots are loaded again for every fix that is proved. */
const DIRECTORIES = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, readonly string[]>>();

/**
 * Lets many roots load at the same time and turns what they ask for into few reads: a read goes out only when every root that
 * still loads waits for one.
 */
export class SharedReader {
  readonly #snapshot: Snapshot;
  readonly #paths: ReadonlySet<string>;
  readonly #known = new Map<string, Content | undefined>();
  readonly #wanted = new Set<string>();
  #loading = 0;
  #failed = false;
  #waiting: { readonly loader: symbol; readonly resume: () => void; readonly fail: (error: unknown) => void }[] = [];

  /** @param known files that were read already */
  constructor(snapshot: Snapshot, paths: ReadonlySet<string>, known: Iterable<SourceFile>) {
    this.#snapshot = snapshot;
    this.#paths = paths;
    for (const file of known) this.#known.set(file.path, file);
  }

  /** Whether the host failed to give a file, so that what a loader throws is not the loader's own mistake. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Runs one loader; `asked` collects every path that it asks for. */
  async load<T>(asked: Set<string>, run: (files: FileReader) => Promise<T>): Promise<T> {
    const loader = Symbol('loader');
    this.#loading += 1;
    try {
      return await run({
        has: (path) => this.#paths.has(path),
        list: (directory) => this.#list(directory),
        below: (directory) => below(this.#paths, directory),
        read: async (paths) => {
          for (const path of paths) asked.add(path);
          await this.#fetch(loader, paths);
          return new Map(
            paths.flatMap((path): [string, Content][] => {
              const content = this.#known.get(path);
              return content ? [[path, content]] : [];
            }),
          );
        },
      });
    } finally {
      this.#loading -= 1;
      this.#flush();
    }
  }

  #list(directory: string): readonly string[] {
    let directories = DIRECTORIES.get(this.#paths);
    if (!directories) {
      directories = byDirectory(this.#paths);
      DIRECTORIES.set(this.#paths, directories);
    }
    return directories.get(directory) ?? [];
  }

  async #fetch(loader: symbol, paths: readonly string[]): Promise<void> {
    const missing = paths.filter((path) => !this.#known.has(path));
    if (missing.length === 0) return;
    for (const path of missing) this.#wanted.add(path);
    await new Promise<void>((resume, fail) => {
      this.#waiting.push({ loader, resume, fail });
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#waiting.length === 0) return;
    if (new Set(this.#waiting.map(({ loader }) => loader)).size < this.#loading) return;
    const waiting = this.#waiting;
    const paths = [...this.#wanted];
    this.#waiting = [];
    this.#wanted.clear();
    this.#read(paths).then(
      () => {
        for (const { resume } of waiting) resume();
      },
      (error) => {
        this.#failed = true;
        for (const { fail } of waiting) fail(error);
      },
    );
  }

  async #read(paths: readonly string[]): Promise<void> {
    const room = Math.max(0, MAX_FILES - this.#known.size);
    for (const path of paths.slice(room)) {
      const message = `Not read: the templates name more than ${MAX_FILES} files. Review them in several runs.`;
      this.#known.set(path, { kind: 'skipped', path, message });
    }
    const now = paths.slice(0, room);
    const found = now.length > 0 ? await this.#snapshot.read(now) : new Map<string, Content>();
    for (const path of now) this.#known.set(path, found.get(path));
  }
}

/** Paths by the directory that they stand in, each list in order. */
export function byDirectory(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const directories = new Map<string, string[]>();
  for (const path of paths) {
    const directory = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const known = directories.get(directory);
    if (known) known.push(path);
    else directories.set(directory, [path]);
  }
  for (const list of directories.values()) list.sort();
  return directories;
}

/** The paths below a directory, in order; the root is the empty string. */
export function below(paths: Iterable<string>, directory: string): readonly string[] {
  const prefix = directory === '' ? '' : `${directory}/`;
  return [...paths].filter((path) => path.startsWith(prefix)).sort();
}
