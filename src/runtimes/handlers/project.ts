import { DEPENDENCY_FILES, dependenciesIn, dependencyData } from '#runtimes/handlers/dependencies';
import { ancestors, directoryOf, isBelow, joined, nameOf, type Tree } from '#runtimes/handlers/tree';
import type { Bounds, Versions } from '#runtimes/versions';
import { SourceFile } from '#source/file';
import { type Plain, toPlain } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/** The files that say what a project's own code is called and where it is compiled to. */
const PROJECT_FILES = ['package.json', 'tsconfig.json', 'jsconfig.json', 'pnpm-workspace.yaml', ...DEPENDENCY_FILES];

/** More packages of a workspace than this are not looked into. */
const MAX_PACKAGES = 200;

/** A chain of settings that extend each other is followed so far. */
const MAX_EXTENDS = 3;

/** What a project says of its own code, for the entry of a handler in it. */
export interface Project {
  /** As `HandlerEntry.aliases`. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** `baseUrl`: where imports that are not relative are looked for as well. */
  readonly searchPath: readonly string[];
  /** What it says of the packages that it depends on, the nearest file first. */
  readonly versions: Versions;
}

/** The paths of the project files above some directories. */
export function projectFiles(tree: Tree, directories: Iterable<string>): readonly string[] {
  const above = new Set([...directories].flatMap(ancestors));
  return [...above]
    .flatMap((directory) => PROJECT_FILES.map((name) => under(directory, name)))
    .filter((path) => tree.has(path));
}

/** The projects of a repository as far as they were read. */
export class Projects {
  readonly #tree: Tree;
  readonly #data: Map<string, Plain>;

  private constructor(tree: Tree, data: Map<string, Plain>) {
    this.#tree = tree;
    this.#data = data;
  }

  /**
   * Reads the project files above the directories, and what they name: packages of workspaces, settings that they extend.
   * @param read gives those of the files that can be read
   */
  static async read(
    tree: Tree,
    directories: readonly string[],
    read: (paths: readonly string[]) => Promise<readonly SourceFile[]>,
  ): Promise<Projects> {
    const projects = new Projects(tree, new Map());
    let wanted = projectFiles(tree, directories);
    for (let round = 0; round <= MAX_EXTENDS && wanted.length > 0; round++) {
      for (const path of wanted) projects.#data.set(path, null);
      for (const file of await read(wanted)) projects.#data.set(file.path, dataOf(file));
      wanted = projects.#named();
    }
    return projects;
  }

  /** What a file's projects say, the nearest first. */
  of(path: string): Project {
    const aliases = new Map<string, readonly string[]>();
    const searchPath: string[] = [];
    const versions = new Map<string, Bounds>();
    const add = (name: string, paths: readonly string[]): void => {
      if (!aliases.has(name) && paths.length > 0) aliases.set(name, paths);
    };
    for (const directory of ancestors(directoryOf(path))) {
      for (const name of ['package.json', ...DEPENDENCY_FILES])
        for (const [key, bounds] of dependenciesIn(name, this.#data.get(under(directory, name))))
          if (!versions.has(key)) versions.set(key, bounds);
      for (const name of ['tsconfig.json', 'jsconfig.json']) this.#ofCompiler(under(directory, name), add, searchPath);
      for (const [key, target] of entriesOf(get(this.#data.get(under(directory, 'package.json')), 'imports'))) {
        const paths = strings(target).flatMap((one) => joined(directory, one.replace(/\*.*$/, '')) ?? []);
        add(key.replace(/\*.*$/, ''), key.includes('*') ? paths.map((one) => `${one}/`) : paths);
      }
      for (const member of this.#members(directory)) this.#ofPackage(member, add);
    }
    return { aliases, searchPath: [...new Set(searchPath)], versions };
  }

  /** `outDir` and `rootDir` above a path: where the source of what a compiler writes there stands. */
  beforeCompiling(path: string): readonly string[] {
    return ancestors(directoryOf(path)).flatMap((directory) => {
      const options = this.#options(under(directory, 'tsconfig.json'), 0);
      const out = joined(directory, text(get(options, 'outDir')) ?? '');
      if (out === undefined || out === directory || !isBelow(path, out)) return [];
      const rest = path.slice(out.length + 1);
      const roots = [text(get(options, 'rootDir')), 'src', ''].flatMap((root) => root ?? []);
      return roots.flatMap((root) => joined(joined(directory, root) ?? '', rest) ?? []);
    });
  }

  /** What the files read so far name and was not read. */
  #named(): readonly string[] {
    const wanted = new Set<string>();
    for (const path of this.#data.keys()) {
      const directory = directoryOf(path);
      const data = this.#data.get(path);
      if (/^[jt]sconfig/.test(nameOf(path)))
        for (const one of strings(get(data, 'extends'))) {
          const base = one.startsWith('.') ? extended(this.#tree, directory, one) : undefined;
          if (base !== undefined) wanted.add(base);
        }
      for (const member of this.#members(directory)) wanted.add(under(member, 'package.json'));
    }
    return [...wanted].filter((path) => !this.#data.has(path) && this.#tree.has(path));
  }

  /** The directories of a workspace's packages. */
  #members(directory: string): readonly string[] {
    const workspaces = get(this.#data.get(under(directory, 'package.json')), 'workspaces');
    const patterns = [
      ...strings(workspaces),
      ...strings(get(workspaces, 'packages')),
      ...strings(get(this.#data.get(under(directory, 'pnpm-workspace.yaml')), 'packages')),
    ].filter((pattern) => !pattern.startsWith('!'));
    if (patterns.length === 0) return [];
    return this.#tree
      .below(directory)
      .filter((path) => nameOf(path) === 'package.json' && !/(^|\/)node_modules\//.test(path))
      .map(directoryOf)
      .filter((member) => member !== directory && patterns.some((one) => matches(one, member, directory)))
      .slice(0, MAX_PACKAGES);
  }

  #ofPackage(directory: string, add: (name: string, paths: readonly string[]) => void): void {
    const data = this.#data.get(under(directory, 'package.json'));
    const name = text(get(data, 'name'));
    if (name === undefined) return;
    const main = ['source', 'main', 'module', 'types'].flatMap((key) => text(get(data, key)) ?? []);
    const mains = main.flatMap((one) => [one, one.replace(/^(\.\/)?(dist|build|lib|out)\//, 'src/')]);
    const entries = [...mains, 'src/index', 'index', 'lib/index', 'src', ''];
    add(name, [
      ...new Set(entries.flatMap((one) => joined(directory, one.replace(/\.d\.ts$|\.[cm]?[jt]s$/, '')) ?? [])),
    ]);
    add(`${name}/`, [`${directory}/`, `${directory}/src/`]);
  }

  #ofCompiler(path: string, add: (name: string, paths: readonly string[]) => void, searchPath: string[]): void {
    if (!this.#data.has(path)) return;
    const chain = this.#chain(path, 0);
    for (const [at, data] of chain) {
      const options = get(data, 'compilerOptions');
      const base = text(get(options, 'baseUrl'));
      const baseDirectory = joined(directoryOf(at), base ?? '.') ?? '';
      if (base !== undefined) searchPath.push(baseDirectory);
      for (const [pattern, targets] of entriesOf(get(options, 'paths'))) {
        const isPrefix = pattern.endsWith('*');
        const paths = strings(targets).flatMap((target) => joined(baseDirectory, target.replace(/\*.*$/, '')) ?? []);
        add(
          isPrefix ? pattern.slice(0, -1) : pattern,
          isPrefix ? paths.map((one) => (one === '' ? '' : `${one}/`)) : paths,
        );
      }
    }
  }

  #options(path: string, depth: number): Plain | undefined {
    const chain = this.#chain(path, depth).map(([, data]) => get(data, 'compilerOptions'));
    const merged: { [key: string]: Plain } = {};
    for (const options of chain.reverse()) for (const [key, value] of entriesOf(options)) merged[key] = value;
    return merged;
  }

  /** The settings of a compiler and those that they extend, the nearest first. */
  #chain(path: string, depth: number): readonly (readonly [path: string, data: Plain])[] {
    const data = this.#data.get(path);
    if (data === undefined || depth > MAX_EXTENDS) return [];
    const bases = strings(get(data, 'extends')).flatMap((one) =>
      one.startsWith('.') ? (extended(this.#tree, directoryOf(path), one) ?? []) : [],
    );
    return [[path, data], ...bases.flatMap((base) => this.#chain(base, depth + 1))];
  }
}

function extended(tree: Tree, directory: string, named: string): string | undefined {
  const path = joined(directory, named);
  return [path, `${path}.json`].find((one) => one !== undefined && tree.has(one));
}

/** Project files have comments and trailing commas, which are read around. */
function dataOf(file: SourceFile): Plain {
  if (DEPENDENCY_FILES.includes(nameOf(file.path))) return dependencyData(file);
  const { root } = parseDocument(/\.json$/.test(file.path) ? file : new SourceFile(file.path, file.text));
  return root ? toPlain(root) : null;
}

/** Whether a pattern of a workspace, of which only `*` and `**` at its end are told apart, means a directory. */
function matches(pattern: string, member: string, directory: string): boolean {
  const path = directory === '' ? member : member.slice(directory.length + 1);
  const wanted = pattern.replace(/^\.\//, '').replace(/\/$/, '').split('/');
  const segments = path.split('/');
  for (const [index, segment] of wanted.entries()) {
    if (segment === '**') return true;
    if (segments[index] === undefined || (segment !== '*' && segment !== segments[index])) return false;
  }
  return segments.length === wanted.length;
}

function get(data: Plain | undefined, key: string): Plain | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  return Object.hasOwn(data, key) ? data[key] : undefined;
}

function entriesOf(data: Plain | undefined): readonly [string, Plain][] {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? Object.entries(data) : [];
}

/** A string, the strings of a list, or those of a map of conditions. */
function strings(data: Plain | undefined): readonly string[] {
  if (typeof data === 'string') return [data];
  if (Array.isArray(data)) return data.filter((one) => typeof one === 'string');
  return [];
}

function text(data: Plain | undefined): string | undefined {
  return typeof data === 'string' ? data : undefined;
}

function under(directory: string, name: string): string {
  return directory === '' ? name : `${directory}/${name}`;
}
