import type { Cloud } from '#model/cloud';
import type { Trigger } from '#model/handler';
import type { Resource } from '#model/resource';
import { withNested } from '#model/stack';
import { triggersOf } from '#runtimes/events/trigger';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { layerPath } from '#runtimes/handlers/layers';
import { type Located, type Whereabouts, whereabouts } from '#runtimes/handlers/locate';
import { isBelow, Tree } from '#runtimes/handlers/tree';
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

/** A handler that is to be read: a place in the repository with all that runs it. */
interface Wanted extends Located {
  readonly functions: Fn[];
}

/**
 * Finds where the code of functions starts: what the templates of the cloud name, in the repository's own files.
 * @param scope `everything`, or the paths that changed: only handlers that they can affect are looked for
 */
export async function findHandlers(
  cloud: Cloud,
  files: FileReader,
  scope: 'everything' | ReadonlySet<string>,
): Promise<FoundHandlers> {
  const tree = new Tree(files);
  const wanted = new Map<string, Wanted>();
  const missing: Missing[] = [];
  for (const fn of cloud.all('AWS::Lambda::Function')) {
    if (fn.generatedBy === fn.logicalId) continue;
    const known = whereabouts(tree, fn);
    if (!known) continue;
    for (const located of known.found) {
      if (!isAffected(cloud, tree, fn, located, scope)) continue;
      const key = `${located.path}#${located.exported}`;
      const same = wanted.get(key);
      if (same) same.functions.push(fn);
      else wanted.set(key, { ...located, functions: [fn] });
    }
    if (known.found.length === 0) missing.push({ fn, known });
  }
  const read = await files.read([...wanted.values()].map(({ path }) => path));
  const handlers = [...wanted.values()].flatMap((one): HandlerEntry[] => {
    const file = read.get(one.path);
    if (!isFile(file)) return [];
    return [
      {
        file,
        exported: one.exported,
        language: one.language,
        functions: one.functions,
        triggers: triggersOfAll(cloud, one.functions),
        searchPath: [...new Set([one.root, ...one.functions.flatMap((fn) => layerPath(cloud, tree, fn))])],
        aliases: new Map(),
        confidence: 'high',
      },
    ];
  });
  return { handlers, gaps: gapsOf(missing, scope) };
}

function triggersOfAll(cloud: Cloud, functions: readonly Fn[]): readonly Trigger[] {
  return functions.flatMap((fn) => triggersOf(cloud, fn));
}

/** Whether what changed can change what the handler does: its template, its entry, or code that is deployed with it. */
function isAffected(
  cloud: Cloud,
  tree: Tree,
  fn: Fn,
  located: Located,
  scope: 'everything' | ReadonlySet<string>,
): boolean {
  if (scope === 'everything' || scope.has(located.path)) return true;
  if (withNested([fn.stack]).some((stack) => stack.files.some((file) => scope.has(file.path)))) return true;
  const roots = [located.root, ...layerPath(cloud, tree, fn)];
  return [...scope].some((path) => roots.some((root) => isBelow(path, root)));
}

interface Missing {
  readonly fn: Fn;
  readonly known: Whereabouts;
}

/** What the templates that changed name and the repository does not have, told once for each template. */
function gapsOf(missing: readonly Missing[], scope: 'everything' | ReadonlySet<string>): readonly Problem[] {
  const byTemplate = new Map<string, Missing[]>();
  for (const one of missing) {
    const { fn, known } = one;
    const { path } = fn.location.file;
    if (scope !== 'everything' && !scope.has(path)) continue;
    // What is built or kept elsewhere is nobody's mistake.
    if (!known.places.some((place) => place.kind === 'directory' || place.kind === 'file')) continue;
    if (known.names.length === 0) continue;
    byTemplate.set(path, [...(byTemplate.get(path) ?? []), one]);
  }
  return [...byTemplate].map(([path, all]): Problem => {
    const [first] = all;
    const names = all.slice(0, 3).map(({ fn }) => fn.name);
    const more = all.length > names.length ? ` and ${all.length - names.length} more` : '';
    const line = first?.fn.location.file.position(first.fn.location.span.start).line;
    const message = `The code of ${names.join(', ')}${more} was not looked at: the file that Handler names is not in the repository.`;
    return { kind: 'partial', path, ...(line === undefined ? {} : { line }), message };
  });
}
