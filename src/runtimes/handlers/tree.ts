import type { FileReader } from '#source/file-reader';

/** A repository's paths, so that thousands of functions can ask about directories. */
export class Tree {
  readonly #paths: readonly string[];
  readonly #has: (path: string) => boolean;
  #byStem: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(files: FileReader) {
    this.#paths = [...files.below('')].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    this.#has = (path) => files.has(path);
  }

  has(path: string): boolean {
    return this.#has(path);
  }

  isDirectory(path: string): boolean {
    if (path === '') return this.#paths.length > 0;
    return this.#paths[this.#first(`${path}/`)]?.startsWith(`${path}/`) ?? false;
  }

  /** The files below a directory, in order, at most so many; the root is the empty string. */
  below(directory: string, limit = Number.POSITIVE_INFINITY): readonly string[] {
    const prefix = directory === '' ? '' : `${directory}/`;
    const found: string[] = [];
    for (let at = this.#first(prefix); at < this.#paths.length && found.length < limit; at++) {
      const path = this.#paths[at] ?? '';
      if (!path.startsWith(prefix)) break;
      found.push(path);
    }
    return found;
  }

  /** The files of a name without its ending, in order. */
  withStem(stem: string): readonly string[] {
    if (!this.#byStem) {
      const byStem = new Map<string, string[]>();
      for (const path of this.#paths) {
        const name = stemOf(nameOf(path));
        const known = byStem.get(name);
        if (known) known.push(path);
        else byStem.set(name, [path]);
      }
      this.#byStem = byStem;
    }
    return this.#byStem.get(stem) ?? [];
  }

  /** The place of the first path that is not before the text. */
  #first(text: string): number {
    let low = 0;
    let high = this.#paths.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#paths[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A path without the ending of a file of code. */
export function stemOf(path: string): string {
  return path.replace(/\.[a-z]{1,3}$/, '');
}

/** Two paths as one without `.` and `..`; undefined when it leads out of the repository. */
export function joined(directory: string, path: string): string | undefined {
  const segments: string[] = [];
  for (const segment of `${directory}/${path}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** A directory and all above it, the nearest first, the root (the empty string) last. */
export function ancestors(directory: string): readonly string[] {
  const parts = directory === '' ? [] : directory.split('/');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

/** Whether a path is in a directory or below it. */
export function isBelow(path: string, directory: string): boolean {
  return directory === '' || path.startsWith(`${directory}/`);
}
