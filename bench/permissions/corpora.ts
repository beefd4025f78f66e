import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import type { Label } from './label.js';

const SKIPPED = new Set(['.git', 'node_modules']);
const LARGEST = 1_000_000;

/**
 * The folder that a label speaks of.
 * @param corpora checkouts: `serverless-patterns` and `examples`, wherever they are
 * @throws when it is in none of them
 */
export function folderOf({ repository, folder }: Label, corpora: readonly string[]): string {
  const name = repository.split('/').at(-1) ?? repository;
  const found = corpora
    .map((corpus) => join(corpus, folder))
    .filter((path) => existsSync(path) && basename(join(path, '..')) === name);
  const [first] = found;
  if (first === undefined) throw new Error(`${folder} of ${repository} is in none of the folders given.`);
  return first;
}

/** The texts below a folder by path, without what is large or not text. */
export function textsOf(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  const walk = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const path = join(directory, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) walk(path);
      if (!entry.isFile() || statSync(path).size > LARGEST) continue;
      const bytes = readFileSync(path);
      // An archive counts by its name alone: what is in it is not read.
      files[relative(folder, path).split(sep).join('/')] = bytes.includes(0) ? '' : bytes.toString('utf8');
    }
  };
  walk(folder);
  return files;
}
