import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { sourceOfConstruct } from '#runtimes/handlers/construct';
import { type HandlerName, handlerNames } from '#runtimes/handlers/handler-name';
import { type HandlerLanguage, isCode, languageOfRuntime, moduleFile } from '#runtimes/handlers/module-file';
import { nearestFile } from '#runtimes/handlers/nearest';
import { type Place, placesOf } from '#runtimes/handlers/place';
import { directoryOf, joined, nameOf, type Tree } from '#runtimes/handlers/tree';
import { wrappedHandler } from '#runtimes/handlers/wrappers';

type Fn = Resource<'AWS::Lambda::Function'>;

/** Where a function starts in the repository. */
export interface Located {
  readonly path: string;
  readonly exported: string | undefined;
  readonly language: HandlerLanguage;
  /** The directory that is deployed, or built into what is. */
  readonly root: string;
}

/** What the tree alone tells of where a function's code is. */
export interface Whereabouts {
  readonly language: HandlerLanguage;
  readonly names: readonly HandlerName[];
  readonly places: readonly Place[];
  readonly found: readonly Located[];
}

/** Undefined for functions in other languages, or whose language or handler only the deployment knows. */
export function whereabouts(tree: Tree, fn: Fn): Whereabouts | undefined {
  const handlers = [...new Set(fn.at('Handler').flatMap((one) => wrappedHandler(fn, one.string) ?? []))];
  const language = languageOf(fn);
  const places = placesOf(tree, fn);
  if (language === undefined) return undefined;
  const names = handlers.flatMap((handler) => handlerNames(handler, language));
  const found = places.flatMap((place) => locateIn(tree, fn, place, names, language) ?? []);
  return { language, names, places, found: distinct(found) };
}

function languageOf(fn: Fn): HandlerLanguage | undefined {
  const runtimes = fn.at('Runtime').map((runtime) => textOf(runtime));
  const known = runtimes.flatMap((runtime) => (runtime === undefined ? [] : (languageOfRuntime(runtime) ?? [])));
  return known[0];
}

function textOf(property: Property): string | undefined {
  return property.text === undefined ? undefined : String(property.text);
}

function locateIn(
  tree: Tree,
  fn: Fn,
  place: Place,
  names: readonly HandlerName[],
  language: HandlerLanguage,
): Located | undefined {
  const [first] = names;
  if (!first) return undefined;
  const at = (path: string, name: HandlerName, root: string): Located => ({
    path,
    exported: name.exported,
    language,
    root,
  });
  if (place.kind === 'inline' || place.kind === 'image') return undefined;
  const ofConstruct = sourceOfConstruct(tree, fn, names, language);
  if (ofConstruct) return at(ofConstruct.path, ofConstruct.name, directoryOf(ofConstruct.path));
  if (place.kind === 'file' && isCode(place.path, language)) {
    const name = names.find((one) => nameOf(one.module) === withoutEnding(nameOf(place.path))) ?? first;
    return at(place.path, name, directoryOf(place.path));
  }
  const roots = place.kind === 'directory' ? [place.path] : [directoryOf(place.path), withoutEnding(place.path)];
  for (const root of roots) {
    for (const name of names) {
      const path = moduleFile(tree, root, name.module, language);
      if (path !== undefined) return at(path, name, root);
    }
  }
  for (const point of entryPoints(fn)) {
    const name = names.find((one) => withoutEnding(nameOf(point)) === nameOf(one.module)) ?? first;
    const path = moduleFile(tree, place.path, point, language);
    if (path !== undefined) return at(path, name, place.path);
  }
  for (const root of roots) {
    for (const name of names) {
      const path = beforeBuild(tree, root, name.module, language);
      if (path !== undefined) return at(path, name, packageRoot(tree, path));
    }
  }
  const hints = [fn.logicalId, fn.name, place.path, ...fn.at('FunctionName').map((one) => String(one.text ?? ''))];
  for (const name of names) {
    const path = nearestFile(tree, directoryOf(fn.stack.root.path), name.module, language, hints);
    if (path !== undefined) return at(path, name, directoryOf(path));
  }
  return undefined;
}

/** `EntryPoints` of SAM's esbuild. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html */
function entryPoints(fn: Fn): readonly string[] {
  return fn
    .attribute('Metadata')
    .flatMap((metadata) => metadata.at('BuildProperties' as never, 'EntryPoints' as never) as Property<string[]>[])
    .flatMap((list) => list.items())
    .flatMap((point) => (point.string === undefined ? [] : [point.string]));
}

/** Directories that compilers and bundlers write into. */
const OUTPUT: ReadonlySet<string> = new Set([
  ...['dist', 'build', 'built', 'lib', 'out', 'output', 'bundle', 'bundles', 'compiled', 'target', 'package', 'bin'],
  ...['.build', '.esbuild', '.webpack', '.output', '.dist', 'out-tsc', '_build', '_optimize', 'js', 'artifacts', 'zip'],
]);

/** The source of what a compiler or bundler puts where the handler is said to be, by the customs of their settings. */
function beforeBuild(tree: Tree, root: string, module: string, language: HandlerLanguage): string | undefined {
  const path = joined(root, module);
  if (path === undefined) return undefined;
  const segments = path.split('/');
  for (const [index, segment] of segments.entries()) {
    if (!OUTPUT.has(segment)) continue;
    const before = segments.slice(0, index).join('/');
    const after = segments.slice(index + 1);
    const endings = after.at(-1) === 'index' && after.length > 1 ? [after, after.slice(0, -1)] : [after];
    for (const ending of endings) {
      for (const source of ['src', '', 'lib', 'source', 'app', 'lambda', 'functions']) {
        if (source === segment) continue;
        const found = moduleFile(tree, before, [source, ...ending].join('/'), language);
        if (found !== undefined) return found;
      }
    }
  }
  return undefined;
}

/** The directory of the project that a file belongs to: the next one with a `package.json`, else the file's own. */
function packageRoot(tree: Tree, path: string): string {
  const own = directoryOf(path);
  const parts = own.split('/');
  for (let length = parts.length; length > 0; length--) {
    const directory = parts.slice(0, length).join('/');
    if (tree.has(joined(directory, 'package.json') ?? '')) return directory;
  }
  return own;
}

export function withoutEnding(path: string): string {
  return path.replace(/\.[a-z]{1,4}$/, '');
}

function distinct(found: readonly Located[]): readonly Located[] {
  return [...new Map(found.map((one) => [`${one.path}#${one.exported}`, one])).values()];
}
