import { type Construction, constructionsOf } from '#frameworks/cdk/constructions';
import type { Language } from '#frameworks/cdk/tokens';
import type { FileReader } from '#source/file-reader';
import { isFile } from '#source/snapshot';

/** Source files of one app that are read; more would cost a review more requests than a line is worth. */
const MAX_FILES = 200;

const TYPESCRIPT = /\.(ts|mts|cts|js|mjs|cjs)$/;
const PYTHON = /\.py$/;
/** Declarations, tests, and what is built, installed or staged. */
const NOT_SOURCE =
  /\.d\.[mc]?ts$|\.(test|spec)\.[mc]?[tj]s$|(^|\/)(node_modules|cdk\.out|\.venv|venv|site-packages|dist|__pycache__|tests?|__tests__|asset\.[0-9a-f]{64})\//;
const SNAPSHOT = /^(.+)\.snapshot$/;

/** What the files of an app say about its constructs. */
export interface App {
  readonly constructions: readonly Construction[];
  /** The class that each class extends. */
  readonly bases: ReadonlyMap<string, string>;
}

/** Files whose change can lead to another template of an app. */
export function isSource(path: string): boolean {
  return TYPESCRIPT.test(path) || PYTHON.test(path) || /(^|\/)cdk\.json$/.test(path);
}

/** The program that a snapshot of an integration test was made by: `integ.api.ts` of `integ.api.ts.snapshot`. */
export function programsOfSnapshot(directory: string): readonly string[] {
  const stem = SNAPSHOT.exec(directory)?.[1];
  if (stem === undefined) return [];
  return [stem, stem.replace(/\.js$/, '.ts'), `${stem}.ts`, `${stem}.js`];
}

/**
 * The constructions that the sources of a template's app write out: of the program of a snapshot, else of the files below the
 * next `cdk.json` above, whose `app` tells the language; without one, below the directory that holds `cdk.out`.
 */
export async function appOf(template: string, files: FileReader): Promise<App> {
  const sources = await sourcesOf(template, files);
  const paths = sources.map(({ path }) => path);
  const read = paths.length === 0 ? undefined : await files.read(paths);
  const constructions: Construction[] = [];
  const bases = new Map<string, string>();
  for (const { path, language } of sources) {
    const file = read?.get(path);
    if (!isFile(file)) continue;
    const found = constructionsOf(file, language);
    constructions.push(...found.constructions);
    for (const [name, base] of found.bases) bases.set(name, base);
  }
  return { constructions, bases };
}

interface Source {
  readonly path: string;
  readonly language: Language;
}

async function sourcesOf(template: string, files: FileReader): Promise<readonly Source[]> {
  const above = directoriesAbove(template);
  for (const directory of above) {
    const program = programsOfSnapshot(directory).find((path) => files.has(path));
    if (program !== undefined) return [{ path: program, language: languageOf(program) }];
  }
  const root = above.find((directory) => files.has(joined(directory, 'cdk.json')));
  if (root !== undefined) return sourcesBelow(root, files, await appCommand(joined(root, 'cdk.json'), files));
  const out = above.find((directory) => /(^|\/)cdk\.out$/.test(directory));
  return out === undefined ? [] : sourcesBelow(parentOf(out), files, '');
}

async function appCommand(path: string, files: FileReader): Promise<string> {
  const file = (await files.read([path])).get(path);
  return isFile(file) ? (/"app"\s{0,20}:\s{0,20}"([^"\n]{0,500})"/.exec(file.text)?.[1] ?? '') : '';
}

function sourcesBelow(root: string, files: FileReader, command: string): readonly Source[] {
  const wanted = extensionOf(command);
  if (wanted === undefined) return [];
  const all = files.below(root);
  const others = all.filter((path) => path.endsWith('/cdk.json') && path !== joined(root, 'cdk.json')).map(parentOf);
  const present = new Set(all);
  const own = all.filter(
    (path) =>
      wanted.test(path) &&
      !NOT_SOURCE.test(path) &&
      // What a compiler wrote beside its source.
      !(path.endsWith('.js') && present.has(path.replace(/\.js$/, '.ts'))) &&
      !others.some((other) => path.startsWith(`${other}/`)),
  );
  return own
    .sort((a, b) => a.split('/').length - b.split('/').length)
    .slice(0, MAX_FILES)
    .map((path) => ({ path, language: languageOf(path) }));
}

/** By the command that runs the app; both languages when it does not tell, none for those that are not read. */
function extensionOf(command: string): RegExp | undefined {
  if (/\bpython|\.py\b|\bpipenv\b|\bpoetry\b|\buv run\b/.test(command)) return PYTHON;
  if (/\b(ts-node|tsx|node|bun|deno|npx|npm|yarn|pnpm)\b|\.[mc]?[tj]s\b/.test(command)) return TYPESCRIPT;
  if (/\b(mvnw?|gradlew?|dotnet|go|java)\b/.test(command)) return undefined;
  return /\.([mc]?[tj]s|py)$/;
}

function languageOf(path: string): Language {
  return PYTHON.test(path) ? 'python' : 'typescript';
}

/** The directories above a file, the nearest first, the root (the empty string) last. */
function directoriesAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('/')).concat('');
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function joined(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
