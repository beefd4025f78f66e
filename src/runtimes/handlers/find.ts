import type { Cloud } from '#model/cloud';
import type { Trigger } from '#model/handler';
import type { Resource } from '#model/resource';
import { type Stack, withNested } from '#model/stack';
import { ASSUMED } from '#runtimes/events/assumed';
import { triggersOf } from '#runtimes/events/trigger';
import { azureApplications, azureFiles, azureHandlers, type OtherHandler } from '#runtimes/handlers/azure';
import { chaliceHandlers } from '#runtimes/handlers/chalice';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { googleFiles, googleHandlers, mainFiles, registeredWithGoogle } from '#runtimes/handlers/google';
import { besideCode, layerPath } from '#runtimes/handlers/layers';
import {
  byClues,
  type Located,
  packagesAbove,
  placeKey,
  type Whereabouts,
  whereabouts,
} from '#runtimes/handlers/locate';
import { languageOfPath } from '#runtimes/handlers/module-file';
import { isDeployedCode } from '#runtimes/handlers/nearest';
import { Projects, projectFiles } from '#runtimes/handlers/project';
import { isServer, serviceEntries, serviceFiles, serviceManifests } from '#runtimes/handlers/servers';
import { handlersByShape } from '#runtimes/handlers/shape';
import { ancestors, directoryOf, isBelow, joined, nameOf, Tree } from '#runtimes/handlers/tree';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import type { Problem } from '#source/problem';
import { isFile } from '#source/snapshot';

/** What was found of the handlers of a snapshot. */
export interface FoundHandlers {
  readonly handlers: readonly HandlerEntry[];
  /** Handlers that a template names and that were not found, one for each template. */
  readonly gaps: readonly Problem[];
}

type Fn = Resource<'AWS::Lambda::Function'>;
type Scope = 'everything' | ReadonlySet<string>;

/** Files of code that are looked at for handlers that no template names. */
const MAX_BY_SHAPE = 2_000;

/** Handlers that are looked at because they may import what changed elsewhere in their package. */
const MAX_SHARING = 50;

/** Handlers that are looked at because they act with the role of another; of what is beyond, the needs stay unknown. */
const MAX_ON_SAME_ROLES = 100;

/**
 * Finds where the code of functions starts: what the templates of the cloud name, in the repository's own files; then, at low
 * confidence, what looks like a handler and no template names.
 * @param scope `everything`, or the paths that changed: only handlers that they can affect are looked for
 */
export async function findHandlers(cloud: Cloud, files: FileReader, scope: Scope): Promise<FoundHandlers> {
  const search = new Search(cloud, files, scope);
  await search.run();
  return { handlers: search.handlers(), gaps: search.gaps() };
}

interface Missing {
  readonly fn: Fn;
  readonly known: Whereabouts;
}

interface Found {
  readonly fn: Fn;
  readonly located: Located;
}

/** A place in the repository with all functions that run it. */
interface Wanted extends Located {
  readonly functions: Fn[];
}

class Search {
  readonly #tree: Tree;
  readonly #wanted = new Map<string, Wanted>();
  readonly #missing: Missing[] = [];
  readonly #read = new Map<string, SourceFile>();
  readonly #asked = new Set<string>();
  readonly #tops: ReadonlyMap<Stack, Stack>;
  #projects: Projects | undefined;
  #others: readonly OtherHandler[] = [];

  constructor(
    readonly cloud: Cloud,
    readonly files: FileReader,
    readonly scope: Scope,
  ) {
    this.#tree = new Tree(files);
    this.#tops = topsOf(cloud);
  }

  async run(): Promise<void> {
    const unclear: Missing[] = [];
    const aside: Missing[] = [];
    const found: Found[] = [];
    for (const fn of this.cloud.all('AWS::Lambda::Function')) {
      // What a framework makes for its own ends is not the author's code.
      if (fn.generatedBy === fn.logicalId) continue;
      const known = whereabouts(this.#tree, fn, this.#baseOf(fn));
      if (!known) continue;
      if (known.found.length === 0) {
        (this.#isTouched(fn, [known.base]) ? unclear : aside).push({ fn, known });
      } else found.push(...known.found.map((located) => ({ fn, located })));
    }
    this.#want(found);
    const onSameRoles = new Set(this.#takeOnSameRoles(found, unclear, aside));
    unclear.push(...onSameRoles);
    const looked = this.#candidates();
    const azure = azureApplications(this.#tree).filter((directory) => this.#changesBelow(directory));
    const google = this.#googleDirectories();
    const code = this.scope === 'everything' ? undefined : [...this.scope].filter((path) => languageOfPath(path));
    const services = serviceManifests(this.#tree, code);
    const directories = [
      ...[...this.#wanted.values()].map(({ path }) => directoryOf(path)),
      ...unclear.map(({ known }) => known.base),
      ...looked.map(directoryOf),
    ];
    await this.#load([
      ...azure.flatMap((directory) => azureFiles(this.#tree, directory)),
      ...googleFiles(this.#tree, google),
      ...[...this.#wanted.values()].map(({ path }) => path),
      ...unclear.flatMap(({ known }) => known.clues),
      ...looked,
      ...services,
      ...projectFiles(this.#tree, directories),
    ]);
    this.#projects = await Projects.read(this.#tree, directories, async (paths) => {
      await this.#load(paths);
      return paths.flatMap((path) => this.#read.get(path) ?? []);
    });
    for (const one of unclear) {
      const { fn, known } = one;
      const clear = byClues(this.#tree, fn, known, (path) => this.#read.get(path), this.#projects);
      const named = clear.map((located): Found => ({ fn, located }));
      if (named.length === 0) this.#missing.push({ fn, known });
      else if (onSameRoles.has(one)) this.#take(named, new Set(named.map(keyOf)));
      else this.#want(named);
    }
    const manifests = google.map(
      (directory) => [directory, this.#read.get(joined(directory, 'package.json') ?? '')] as const,
    );
    const read = (path: string) => this.#read.get(path);
    const deployed = services.flatMap((path) => read(path) ?? []);
    await this.#load([
      ...serviceFiles(this.#tree, deployed),
      ...[...this.#wanted.values()].map(({ path }) => path),
      ...manifests.flatMap(([directory, file]) => (file ? mainFiles(this.#tree, directory, file.text) : [])),
    ]);
    const others = [
      ...azure.flatMap((directory) => azureHandlers(this.#tree, directory, read)),
      ...google.flatMap((directory) => googleHandlers(this.#tree, directory, read)),
    ];
    const registered = looked.flatMap((path): readonly OtherHandler[] => {
      const [file, language] = [read(path), languageOfPath(path)];
      if (!file || !language) return [];
      const all = registeredWithGoogle(file, language);
      return language === 'python' ? [...all, ...chaliceHandlers(file)] : all;
    });
    for (const one of registered) if (others.every(({ path }) => path !== one.path)) others.push(one);
    const servers = serviceEntries(this.#tree, deployed, read).filter(({ path }) =>
      others.every((one) => one.path !== path),
    );
    // Functions of an application that scripts name, and servers, stand in files that were not asked for yet.
    await this.#load([...others, ...servers].map(({ path }) => path));
    const areServers = servers.filter(({ path }) => {
      const file = read(path);
      return file !== undefined && isServer(file);
    });
    this.#others = [...others, ...areServers];
  }

  handlers(): readonly HandlerEntry[] {
    const named = [...this.#wanted.values()].flatMap((one) => this.#entry(one, 'high'));
    const known = new Set([...this.#wanted.values()].map(({ path }) => path));
    const others = this.#others
      .filter(({ path }) => !known.has(path))
      .flatMap((one) => this.#entry({ ...one, functions: [] }, 'high', one));
    for (const { path } of this.#others) known.add(path);
    const byShape = this.#candidates().flatMap((path): readonly HandlerEntry[] => {
      const file = this.#read.get(path);
      const language = languageOfPath(path);
      if (!file || !language || known.has(path)) return [];
      return handlersByShape(file.text, language).flatMap((exported) =>
        this.#entry({ path, exported, language, root: directoryOf(path), functions: [] }, 'low'),
      );
    });
    return [...named, ...others, ...byShape];
  }

  /** What the templates that changed name and the repository does not have, told once for each template. */
  gaps(): readonly Problem[] {
    const byTemplate = new Map<string, Fn[]>();
    for (const { fn, known } of this.#missing) {
      const { path } = fn.location.file;
      if (this.scope !== 'everything' && !this.scope.has(path)) continue;
      // What is built or kept elsewhere is nobody's mistake.
      if (!known.places.some(({ kind }) => kind === 'directory' || kind === 'file' || kind === 'absent')) continue;
      // So is what a layer or an installed package brings.
      if (known.handlers.every((handler) => /^\/opt\/|(^|\/)node_modules\//.test(handler))) continue;
      byTemplate.set(path, [...(byTemplate.get(path) ?? []), fn]);
    }
    return [...byTemplate].map(([path, all]): Problem => {
      const [first] = all;
      const names = all.slice(0, 3).map(({ name }) => name);
      const more = all.length > names.length ? ` and ${all.length - names.length} more` : '';
      const line = first?.location.file.position(first.location.span.start).line;
      const message = `The code of ${names.join(', ')}${more} was not looked at: the file that Handler names is not in the repository.`;
      return { kind: 'partial', path, ...(line === undefined ? {} : { line }), message };
    });
  }

  /** Terraform's paths are relative to the root module, those of templates to the template. */
  #baseOf(fn: Fn): string {
    const { stack } = fn;
    const of = stack.framework === 'terraform' ? (this.#tops.get(stack) ?? stack) : stack;
    return directoryOf(of.root.path);
  }

  /** Of the places found, those that the change can affect, each with all functions that run it. */
  #want(found: readonly Found[]): void {
    const affected = new Set(found.filter((one) => this.#isAffected(one)).map(keyOf));
    for (const key of this.#sharing(found, affected)) affected.add(key);
    this.#take(found, affected);
  }

  #take(found: readonly Found[], keys: ReadonlySet<string>): void {
    for (const { fn, located } of found) {
      const key = keyOf({ fn, located });
      if (!keys.has(key)) continue;
      const same = this.#wanted.get(key);
      if (!same) this.#wanted.set(key, { ...located, functions: [fn] });
      else if (!same.functions.includes(fn)) same.functions.push(fn);
    }
  }

  #isAffected({ fn, located }: Found): boolean {
    return this.scope === 'everything' || this.scope.has(located.path) || this.#isTouched(fn, [located.root]);
  }

  /**
   * Takes the handlers of functions that act with a role which a function with one of those taken acts with: what it is used for is all
   * of theirs. The answer is those whose handler is still to be looked for.
   */
  #takeOnSameRoles(
    found: readonly Found[],
    unclear: readonly Missing[],
    aside: readonly Missing[],
  ): readonly Missing[] {
    if (this.scope === 'everything') return [];
    const rolesOf = (fn: Fn): readonly string[] =>
      fn.at('Role').flatMap((role) => this.cloud.resolve(role, 'AWS::IAM::Role')?.id ?? []);
    const taken = [...[...this.#wanted.values()].flatMap(({ functions }) => functions), ...unclear.map(({ fn }) => fn)];
    const roles = new Set(taken.flatMap(rolesOf));
    const isSame = ({ fn }: { readonly fn: Fn }): boolean => rolesOf(fn).some((role) => roles.has(role));
    const keys = [...new Set(found.filter(isSame).map(keyOf))].filter((key) => !this.#wanted.has(key));
    this.#take(found, new Set(keys.slice(0, MAX_ON_SAME_ROLES)));
    return aside.filter(isSame).slice(0, MAX_ON_SAME_ROLES);
  }

  /**
   * Handlers that may import what changed from outside of what is deployed with them, as bundlers let them: those of the
   * workspace that the changed file is in, the nearest first.
   */
  #sharing(found: readonly Found[], affected: ReadonlySet<string>): readonly string[] {
    const { scope } = this;
    if (scope === 'everything') return [];
    const roots = found.map(({ located }) => located.root);
    const shared = [...scope].filter(
      (path) =>
        languageOfPath(path) === 'javascript' &&
        isDeployedCode(`/${path}`) &&
        this.#tree.has(path) &&
        !roots.some((root) => isBelow(path, root)),
    );
    const distances = new Map<string, number>();
    for (const one of shared.length === 0 ? [] : found) {
      const key = keyOf(one);
      if (affected.has(key) || one.located.language !== 'javascript' || one.located.inline) continue;
      const workspace = packagesAbove(this.#tree, one.located.path).at(-1);
      for (const path of shared) {
        if (workspace === undefined || !isBelow(path, workspace)) continue;
        distances.set(key, Math.min(distances.get(key) ?? Number.POSITIVE_INFINITY, between(path, one.located.path)));
      }
    }
    return [...distances]
      .sort((a, b) => a[1] - b[1])
      .slice(0, MAX_SHARING)
      .map(([key]) => key);
  }

  /** Whether the function's template changed, or code that is deployed with it. */
  #isTouched(fn: Fn, roots: readonly string[]): boolean {
    const { scope } = this;
    if (scope === 'everything') return true;
    const top = this.#tops.get(fn.stack) ?? fn.stack;
    if ([fn.stack, top].some((stack) => stack.files.some((file) => scope.has(file.path)))) return true;
    const all = [...roots, ...layerPath(this.cloud, this.#tree, fn)];
    return [...scope].some((path) => languageOfPath(path) && all.some((root) => isBelow(path, root)));
  }

  #changesBelow(directory: string): boolean {
    const { scope } = this;
    if (scope === 'everything') return true;
    return [...scope].some((path) => isBelow(path, directory) && (languageOfPath(path) || path.endsWith('.json')));
  }

  /** The directories of packages that what changed is in. */
  #googleDirectories(): readonly string[] {
    const { scope } = this;
    const isPackage = (path: string) => /^(package\.json|main\.py)$/.test(nameOf(path));
    if (scope === 'everything')
      return [
        ...new Set(
          this.#tree
            .below('')
            .filter((path) => isPackage(path) && isDeployedCode(`/${path}`))
            .map(directoryOf),
        ),
      ];
    const near = [...scope].flatMap((path) =>
      ancestors(directoryOf(path))
        .filter((directory) =>
          ['package.json', 'main.py'].some((name) => this.#tree.has(joined(directory, name) ?? '')),
        )
        .slice(0, 1),
    );
    return [...new Set(near)];
  }

  /** Files that may hold handlers which no template names. */
  #candidates(): readonly string[] {
    const { scope } = this;
    const all = scope === 'everything' ? this.#tree.below('') : [...scope].filter((path) => this.#tree.has(path));
    return all.filter((path) => languageOfPath(path) && isDeployedCode(`/${path}`)).slice(0, MAX_BY_SHAPE);
  }

  async #load(paths: readonly string[]): Promise<void> {
    const missing = [...new Set(paths)].filter((path) => !this.#asked.has(path));
    if (missing.length === 0) return;
    for (const path of missing) this.#asked.add(path);
    for (const [path, file] of await this.files.read(missing)) if (isFile(file)) this.#read.set(path, file);
  }

  #entry(one: Wanted, confidence: HandlerEntry['confidence'], other?: OtherHandler): readonly HandlerEntry[] {
    const { inline } = one;
    const file = inline?.file ?? this.#read.get(one.path);
    if (!file) return [];
    const project = inline ? undefined : this.#projects?.of(one.path);
    const layers = one.functions.flatMap((fn) => layerPath(this.cloud, this.#tree, fn));
    const beside = new Set(one.functions.flatMap((fn) => besideCode(this.cloud, this.#tree, fn)));
    return [
      {
        file,
        ...(inline ? { inline } : {}),
        exported: one.exported,
        language: one.language,
        functions: one.functions,
        triggers: other?.triggers ?? this.#triggers(one.functions),
        ...(other?.parameters ? { parameters: other.parameters } : {}),
        ...(beside.size > 0 ? { beside: [...beside] } : {}),
        searchPath: [...new Set([...(inline ? [] : [one.root]), ...layers, ...(project?.searchPath ?? [])])],
        aliases: project?.aliases ?? new Map(),
        versions: project?.versions ?? new Map(),
        confidence,
      },
    ];
  }

  #triggers(functions: readonly Fn[]): readonly Trigger[] {
    const declared = functions.flatMap((fn) => triggersOf(this.cloud, fn));
    return declared.length > 0 ? declared : [ASSUMED];
  }
}

function keyOf({ located }: Found): string {
  return placeKey(located);
}

/** How many directories lie between two files. */
function between(a: string, b: string): number {
  const [left, right] = [a, b].map((path) => directoryOf(path).split('/')) as [string[], string[]];
  const same = left.findIndex((segment, index) => segment !== right[index]);
  const common = same === -1 ? left.length : same;
  return left.length + right.length - 2 * common;
}

/** The stack that deploys each stack, with all between them. */
function topsOf(cloud: Cloud): ReadonlyMap<Stack, Stack> {
  const tops = new Map<Stack, Stack>();
  for (const stack of cloud.stacks)
    if (!tops.has(stack)) for (const below of withNested([stack])) tops.set(below, stack);
  return tops;
}
