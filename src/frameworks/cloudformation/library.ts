import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import { isFile } from '#source/snapshot';
import type { Document } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** The data files that one application names, read and parsed once each. */
export class Library {
  #documents = new Map<string, Document | string>();

  constructor(readonly files: FileReader) {}

  /** Reads what has not been read yet, in one request. A file that cannot be read is remembered with the reason. */
  async need(paths: Iterable<string>): Promise<void> {
    const missing = [...new Set(paths)].filter((path) => !this.#documents.has(path));
    const present = missing.filter((path) => this.files.has(path));
    const read = present.length === 0 ? new Map<string, SourceFile>() : await this.files.read(present);
    for (const path of missing) {
      const file = read.get(path);
      if (isFile(file)) this.#documents.set(path, parseDocument(file));
      else this.#documents.set(path, file ? file.message : `${path} does not exist`);
    }
  }

  /** The document of a file, or why there is none. */
  get(path: string): Document | string {
    return this.#documents.get(path) ?? `${path} was not read`;
  }
}

/**
 * The path of a file that a template names relative to itself; undefined for what lies elsewhere: a URL, a bucket, an
 * absolute path, a path out of the repository.
 */
export function localPath(from: string, location: string): string | undefined {
  if (location === '' || /^([a-z0-9]+:|\/|~|\$|[A-Za-z]:\\)/i.test(location)) return undefined;
  const steps = from.split('/').slice(0, -1);
  for (const step of location.replaceAll('\\', '/').split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}
