import type { Property } from '#model/property';
import type { Resource } from '#model/resource';
import { Text } from '#model/text';
import { imageHandler, imageLanguage, type Program, programFile, programOf } from '#runtimes/handlers/command';
import { sourceOfConstruct } from '#runtimes/handlers/construct';
import { type HandlerName, handlerNames } from '#runtimes/handlers/handler-name';
import type { InlineCode } from '#runtimes/handlers/inline';
import { type HandlerLanguage, isCode, languageOfRuntime, moduleFile } from '#runtimes/handlers/module-file';
import { nearestFile } from '#runtimes/handlers/nearest';
import { type Place, placesOf } from '#runtimes/handlers/place';
import type { Projects } from '#runtimes/handlers/project';
import { handlersByShape } from '#runtimes/handlers/shape';
import { ancestors, directoryOf, joined, nameOf, type Tree } from '#runtimes/handlers/tree';
import { wrappedHandler } from '#runtimes/handlers/wrappers';
import type { SourceFile } from '#source/file';

type Fn = Resource<'AWS::Lambda::Function'>;

/** Where a function starts in the repository. */
export interface Located {
  readonly path: string;
  readonly exported: string | undefined;
  readonly language: HandlerLanguage;
  /** The directory that is deployed, or built into what is. */
  readonly root: string;
  /** Of code in a template, whose path the path is then. */
  readonly inline?: InlineCode;
}

/** A function in a language that is read, and what its template says of its code. */
export interface Whereabouts {
  /** More than one where the runtime is not known. */
  readonly languages: readonly HandlerLanguage[];
  readonly handlers: readonly string[];
  readonly places: readonly Place[];
  /** The directory that paths of the template are relative to. */
  readonly base: string;
  /** What the tree alone tells. */
  readonly found: readonly Located[];
  /** Files that may tell where nothing was found: a Dockerfile, a script that starts a server. */
  readonly clues: readonly string[];
}

/** Undefined for functions in languages that are not read. */
export function whereabouts(tree: Tree, fn: Fn, base: string): Whereabouts | undefined {
  const languages = languagesOf(fn);
  if (languages.length === 0) return undefined;
  const places = placesOf(tree, fn, base);
  const handlers = handlersOf(fn);
  const known = { languages, handlers, places, base };
  const found = languages.flatMap((language) =>
    places.flatMap((place) => locateIn(tree, fn, { ...known, language }, place) ?? []),
  );
  const clues = found.length > 0 ? [] : places.flatMap((place) => cluesOf(tree, place, handlers));
  return { ...known, found: distinct(found), clues };
}

/** Where the function starts, by what its clues and the settings of its project say. */
export function byClues(
  tree: Tree,
  fn: Fn,
  known: Whereabouts,
  read: (path: string) => SourceFile | undefined,
  projects: Projects,
): readonly Located[] {
  const found = known.places.flatMap((place): readonly Located[] => {
    const files = cluesOf(tree, place, known.handlers).flatMap((path) => read(path) ?? []);
    if (place.kind === 'image') return files.flatMap((file) => inImage(tree, known, place, file) ?? []);
    const programs = files.flatMap((file) => programOf(file.text) ?? []);
    const directory = place.kind === 'directory' ? place.path : known.base;
    const started = programs.flatMap((program) => ofProgram(tree, [directory], program) ?? []);
    return started.length > 0 ? started : (compiled(tree, known, directory, projects) ?? []);
  });
  return distinct([...found, ...ofWebServer(tree, fn, known)]);
}

function languagesOf(fn: Fn): readonly HandlerLanguage[] {
  const runtimes = fn.at('Runtime');
  const known = runtimes.flatMap(({ text }) => (text === undefined || isOpen(text) ? [] : [String(text)]));
  if (known.length === 0) return ['javascript', 'python'];
  return [...new Set(known.flatMap((runtime) => languageOfRuntime(runtime) ?? []))];
}

/** Whether nothing is known of how a text starts. */
function isOpen(text: string | Text): boolean {
  return text instanceof Text && typeof text.parts[0] !== 'string';
}

/** `Handler`, and of an image the command that the template gives it. */
function handlersOf(fn: Fn): readonly string[] {
  const commands = fn.at('ImageConfig', 'Command').flatMap((list) => list.items().slice(0, 1));
  const named = [...fn.at('Handler'), ...commands].flatMap((one) => wrappedHandler(fn, one.string) ?? []);
  return [...new Set(named)];
}

interface Sought extends Pick<Whereabouts, 'languages' | 'handlers' | 'base'> {
  readonly language: HandlerLanguage;
}

function located(path: string, name: HandlerName, language: HandlerLanguage, root: string): Located {
  return { path, exported: name.exported, language, root };
}

function locateIn(tree: Tree, fn: Fn, sought: Sought, place: Place): Located | undefined {
  const { language, base } = sought;
  const names = sought.handlers.flatMap((handler) => handlerNames(handler, language));
  const [first] = names;
  if (place.kind === 'inline') return place.code && inTemplate(place.code, first, sought);
  if (!first || place.kind === 'image') return undefined;
  const ofConstruct = sourceOfConstruct(tree, fn, names, language);
  if (ofConstruct) return located(ofConstruct.path, ofConstruct.name, language, directoryOf(ofConstruct.path));
  if (place.kind === 'file') {
    if (!isCode(place.path, language)) return undefined;
    const name = names.find((one) => nameOf(one.module) === withoutEnding(nameOf(place.path))) ?? first;
    return located(place.path, name, language, directoryOf(place.path));
  }
  const roots = place.kind === 'directory' ? [place.path] : [directoryOf(place.path), withoutEnding(place.path)];
  for (const root of roots)
    for (const name of names) {
      const path = moduleFile(tree, root, name.module, language);
      if (path !== undefined) return located(path, name, language, root);
    }
  for (const point of entryPoints(fn)) {
    const name = names.find((one) => withoutEnding(nameOf(point)) === nameOf(one.module)) ?? first;
    const path = moduleFile(tree, place.path, point, language);
    if (path !== undefined) return located(path, name, language, place.path);
  }
  for (const root of roots)
    for (const name of names) {
      const path = beforeBuild(tree, root, name.module, language);
      if (path !== undefined) return located(path, name, language, packageRoot(tree, path));
    }
  const hints = [fn.logicalId, fn.name, place.path, ...fn.at('FunctionName').map((one) => String(one.text ?? ''))];
  for (const name of names) {
    const path = nearestFile(tree, base, name.module, language, hints);
    if (path !== undefined) return located(path, name, language, directoryOf(path));
  }
  return undefined;
}

/** What runs of the code in a template; that a handler of another module may be deployed later is told by the analysis. */
function inTemplate(
  inline: InlineCode,
  name: HandlerName | undefined,
  { language, languages }: Sought,
): Located | undefined {
  const { path, text } = inline.file;
  const byShape = handlersByShape(text, language);
  if (languages.length > 1 && byShape.length === 0) return undefined;
  const exported = name?.exported ?? byShape[0];
  return exported === undefined ? undefined : { path, exported, language, root: path, inline };
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
  return packagesAbove(tree, path)[0] ?? directoryOf(path);
}

/** The directories above a file that have a `package.json`, the nearest first: its package, and the workspace around that. */
export function packagesAbove(tree: Tree, path: string): readonly string[] {
  return ancestors(directoryOf(path)).filter((directory) => tree.has(joined(directory, 'package.json') ?? ''));
}

/** The Dockerfile of an image; the script that the web adapter starts instead of a handler. https://github.com/awslabs/aws-lambda-web-adapter */
function cluesOf(tree: Tree, place: Place, handlers: readonly string[]): readonly string[] {
  if (place.kind === 'image') return [place.dockerfile];
  if (place.kind !== 'directory') return [];
  return handlers
    .filter((handler) => /\.sh$|^(run|bootstrap)$/.test(handler))
    .flatMap((handler) => joined(place.path, handler) ?? [])
    .filter((path) => tree.has(path));
}

function inImage(
  tree: Tree,
  known: Whereabouts,
  place: Place & { readonly kind: 'image' },
  dockerfile: SourceFile,
): Located | undefined {
  const language = imageLanguage(dockerfile.text);
  const languages = language === undefined ? known.languages : [language];
  const own = imageHandler(dockerfile.text);
  const directories = [place.context, directoryOf(place.dockerfile)];
  const roots = directories.flatMap((one) => ['', 'src', 'app', 'lambda'].flatMap((below) => joined(one, below) ?? []));
  for (const one of languages)
    for (const handler of known.handlers.length > 0 ? known.handlers : own === undefined ? [] : [own])
      for (const name of handlerNames(handler, one)) {
        for (const root of roots) {
          const path = moduleFile(tree, root, name.module, one) ?? beforeBuild(tree, root, `dist/${name.module}`, one);
          if (path !== undefined) return located(path, name, one, root);
        }
        const path = nearestFile(tree, place.context, name.module, one, []);
        if (path !== undefined) return located(path, name, one, directoryOf(path));
      }
  const program = programOf(dockerfile.text.slice(Math.max(0, dockerfile.text.search(/^[ \t]*(CMD|ENTRYPOINT)\b/im))));
  return program && ofProgram(tree, directories, program);
}

/** A program registers what it serves by itself. */
function ofProgram(tree: Tree, directories: readonly string[], program: Program): Located | undefined {
  const path = programFile(tree, directories, program);
  return path === undefined
    ? undefined
    : { path, exported: undefined, language: program.language, root: directoryOf(path) };
}

/** The source of what a project's TypeScript compiler writes where the handler is said to be. */
function compiled(
  tree: Tree,
  known: Whereabouts,
  directory: string,
  projects: Projects,
): readonly Located[] | undefined {
  if (!known.languages.includes('javascript')) return undefined;
  for (const name of known.handlers.flatMap((handler) => handlerNames(handler, 'javascript'))) {
    const written = joined(directory, name.module);
    for (const source of written === undefined ? [] : projects.beforeCompiling(written)) {
      const path = moduleFile(tree, '', source, 'javascript');
      if (path !== undefined) return [located(path, name, 'javascript', packageRoot(tree, path))];
    }
  }
  return undefined;
}

/** `custom.wsgi.app` of a service whose handler is that of serverless-wsgi. https://github.com/logandk/serverless-wsgi */
function ofWebServer(tree: Tree, fn: Fn, known: Whereabouts): readonly Located[] {
  if (!known.handlers.includes('wsgi_handler.handler') && !known.handlers.includes('wsgi.handler')) return [];
  const [, app] =
    /^[ \t]{0,20}wsgi:[ \t]*\r?\n(?:[ \t]+[^\n]*\n){0,5}?[ \t]+app:[ \t]*['"]?([\w./]{1,200})/m.exec(
      fn.stack.root.text,
    ) ?? [];
  const module = app?.slice(0, app.lastIndexOf('.')).replaceAll('.', '/');
  const path = module === undefined ? undefined : moduleFile(tree, known.base, module, 'python');
  return path === undefined ? [] : [{ path, exported: undefined, language: 'python', root: known.base }];
}

function withoutEnding(path: string): string {
  return path.replace(/\.[a-z]{1,4}$/, '');
}

function distinct(found: readonly Located[]): readonly Located[] {
  return [...new Map(found.map((one) => [placeKey(one), one])).values()];
}

/** Tells places apart where code starts. */
export function placeKey({ path, exported, inline }: Located): string {
  const place = inline ? `:${inline.at.span.start}` : '';
  return `${path}${place}#${exported ?? ''}`;
}
