import type { Framework } from '#frameworks/framework';
import { type Stack, withNested } from '#model/stack';
import { templatesForCode } from '#scan/code-templates';
import type { Config } from '#scan/config';
import { pathGlob } from '#scan/glob';
import { SharedReader } from '#scan/reader';
import type { SourceFile } from '#source/file';
import type { Problem } from '#source/problem';
import { isFile, MAX_FILE_BYTES, type Snapshot, type TreeEntry } from '#source/snapshot';
import { languageOf } from '#syntax/code/code';

/** What is needed to find and load the stacks of a snapshot. */
export interface LoadingOptions {
  readonly frameworks: readonly Framework[];
  readonly config: Config;
  readonly scope: 'everything' | ReadonlySet<string>;
}

/** A root with all that it deploys. */
export interface LoadedRoot {
  readonly stack: Stack;
  /** Every path that loading it asked for, whether the tree has it or not; the root's own path included. */
  readonly asked: ReadonlySet<string>;
}

export interface Loaded {
  readonly roots: readonly LoadedRoot[];
  /** Problems of files that are not of any stack. */
  readonly problems: readonly Problem[];
}

/** Directories that tools fill and nobody edits. */
const BUILT: ReadonlySet<string> = new Set(['node_modules', '.aws-sam', '.serverless', '.terraform', '.git']);

/** Files read at once while a whole tree is looked through; what is no root is let go again. */
const BATCH = 200;

/**
 * Finds the roots within the scope and loads them. Of a change, read are: what changed and could be a template, and the files
 * of conventional names in the directories of what changed and above, in one batch; then what the roots name, in one batch
 * for each level of naming. Never throws for what the files contain.
 */
export async function loadStacks(snapshot: Snapshot, options: LoadingOptions): Promise<Loaded> {
  const { entries, truncated } = await snapshot.list();
  const candidates = candidatesOf(entries, options);
  const problems: Problem[] = [...candidates.problems];
  if (truncated) {
    const message = 'The repository has more files than the host lists, so that templates may have been missed.';
    problems.push({ kind: 'partial', path: '.', message });
  }
  const roots: SourceFile[] = [];
  const companions: SourceFile[] = [];
  const batch = options.scope === 'everything' ? BATCH : Math.max(1, candidates.paths.length);
  for (let at = 0; at < candidates.paths.length; at += batch) {
    const contents = await snapshot.read(candidates.paths.slice(at, at + batch));
    for (const content of contents.values()) {
      if (!isFile(content)) problems.push(content);
      else if (options.frameworks.some((framework) => framework.recognizes(content))) roots.push(content);
      else if (isCompanion(content, options.frameworks)) companions.push(content);
    }
  }
  const paths = new Set(entries.map((entry) => entry.path));
  const loaded = await loadRoots(snapshot, paths, roots, options, companions);
  return { roots: withoutNested(loaded.roots), problems: [...problems, ...loaded.problems] };
}

function isCompanion(file: SourceFile, frameworks: readonly Framework[]): boolean {
  return frameworks.some((framework) => framework.candidate(file.path) === 'companion');
}

/**
 * Loads the given roots; a file that turns out to be none is left out.
 * @param companions files that were read along with them and that they may ask for
 */
export async function loadRoots(
  snapshot: Snapshot,
  paths: ReadonlySet<string>,
  files: readonly SourceFile[],
  options: Pick<LoadingOptions, 'frameworks' | 'config'>,
  companions: readonly SourceFile[] = [],
): Promise<Loaded> {
  const reader = new SharedReader(snapshot, paths, [...files, ...companions]);
  const parameters = options.config.parameters;
  const problems: Problem[] = [];
  const loaded = await Promise.all(
    files.map(async (file): Promise<LoadedRoot | undefined> => {
      const asked = new Set([file.path]);
      try {
        const stack = await reader.load(asked, async (fileReader) => {
          for (const framework of options.frameworks) {
            const found = framework.recognizes(file) && (await framework.load(file, fileReader, { parameters }));
            if (found) return found;
          }
          return undefined;
        });
        return stack ? { stack, asked } : undefined;
      } catch (error) {
        if (reader.failed) throw error;
        const name = error instanceof Error ? error.name : 'an error';
        const message = `Not reviewed: reading this template stopped with ${name}. This is a mistake of ours, please report it.`;
        problems.push({ kind: 'unreadable', path: file.path, message });
        return undefined;
      }
    }),
  );
  const roots = loaded.filter((root) => root !== undefined);
  return { roots: roots.sort((a, b) => byText(a.stack.id, b.stack.id)), problems };
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A template that another root deploys as a nested stack is reviewed there, with the parameters that it gets there. */
function withoutNested(roots: readonly LoadedRoot[]): LoadedRoot[] {
  const nestedBy = new Map<string, LoadedRoot[]>();
  for (const root of roots) {
    for (const { root: file } of withNested(root.stack.nested ?? [])) {
      const parents = nestedBy.get(file.path);
      if (parents) parents.push(root);
      else nestedBy.set(file.path, [root]);
    }
  }
  const dropped = new Set<LoadedRoot>();
  for (const root of roots) {
    const parents = nestedBy.get(root.stack.root.path) ?? [];
    if (parents.some((parent) => parent !== root && !dropped.has(parent))) dropped.add(root);
  }
  return roots.filter((root) => !dropped.has(root));
}

function candidatesOf(
  entries: readonly TreeEntry[],
  { frameworks, config, scope }: LoadingOptions,
): { paths: string[]; problems: Problem[] } {
  const near = scope === 'everything' ? undefined : directoriesOf(scope);
  const related = new Set(scope === 'everything' ? [] : alsoNeeded(scope, entries, frameworks));
  const paths: string[] = [];
  const problems: Problem[] = [];
  for (const { path, size, kind } of entries) {
    if (kind !== 'file' || isBuilt(path) || isIgnored(path, config)) continue;
    const kinds = frameworks.map((framework) => framework.candidate(path));
    const conventional = kinds.includes('conventional') || kinds.includes('companion');
    if (!conventional && !kinds.includes('possible')) continue;
    const changed = scope !== 'everything' && scope.has(path);
    const wanted = near === undefined || changed || related.has(path) || (conventional && near.has(directoryOf(path)));
    if (!wanted) continue;
    if (size <= MAX_FILE_BYTES) paths.push(path);
    else if (conventional || changed) problems.push(tooLarge(path, size));
  }
  return { paths, problems };
}

/** Roots that stand elsewhere than above what changed: those that use it, and those that declare what changed code runs in. */
function alsoNeeded(
  changed: ReadonlySet<string>,
  entries: readonly TreeEntry[],
  frameworks: readonly Framework[],
): readonly string[] {
  const tree = entries.map(({ path }) => path);
  const isConventional = (path: string) => frameworks.some((one) => one.candidate(path) === 'conventional');
  const code = [...changed].filter((path) => languageOf(path) !== undefined);
  const templates = code.length === 0 ? [] : tree.filter((path) => !isBuilt(path) && isConventional(path));
  const declaring = templatesForCode(code, templates);
  // A template that declares the code may itself be a part of roots elsewhere: a module of Terraform.
  const asChanged = declaring.size === 0 ? changed : new Set([...changed, ...declaring]);
  return [...declaring, ...frameworks.flatMap((framework) => framework.related?.(asChanged, tree) ?? [])];
}

function tooLarge(path: string, size: number): Problem {
  const limit = MAX_FILE_BYTES / 1024 / 1024;
  const message = `Not read: ${Math.ceil(size / 1024 / 1024)} MB is over the limit of ${limit} MB. Split the template.`;
  return { kind: 'skipped', path, message };
}

/** Whether the configuration leaves a path out of the review. */
export function isIgnored(path: string, config: Config): boolean {
  return config.ignore.some((glob) => pathGlob(glob, path));
}

/** What the CDK copies into an assembly: code and files of the application, which stand elsewhere as well. */
const ASSET = /^asset\.[0-9a-f]{64}(\.|$)/;

function isBuilt(path: string): boolean {
  return path.split('/').some((segment) => BUILT.has(segment) || ASSET.test(segment));
}

function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The directories of the paths and all above them; the root is the empty string. */
function directoriesOf(paths: Iterable<string>): ReadonlySet<string> {
  const directories = new Set<string>(['']);
  for (const path of paths) {
    let directory = directoryOf(path);
    while (directory !== '' && !directories.has(directory)) {
      directories.add(directory);
      directory = directoryOf(directory);
    }
  }
  return directories;
}
