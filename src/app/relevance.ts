import { templatesForCode } from '#scan/code-templates';
import { isText } from '#scan/secrets';
import type { Diff } from '#source/diff';
import type { TreeEntry } from '#source/snapshot';
import { languageOf } from '#syntax/code/code';

/** Names of texts in which nobody writes a setting, so that no rule looks at them. */
const IRRELEVANT_NAMES =
  /(?:^|\/)(?:LICENSE|LICENCE|NOTICE|AUTHORS|CODEOWNERS|\.gitignore|\.gitattributes|\.editorconfig)$/i;

/** Files that no lens, runtime or rule reads. Text for people is read: credentials are pasted into it as well. */
function isIrrelevant(path: string): boolean {
  return IRRELEVANT_NAMES.test(path) || !isText(path);
}

/** Whether a review could come to any other result than "nothing": when in doubt, yes. */
export function isRelevant(diff: Diff): boolean {
  if (!diff.complete) return true;
  return diff.files.some(
    ({ path, previousPath }) => !isIrrelevant(path) || (previousPath !== undefined && !isIrrelevant(previousPath)),
  );
}

/** Names that templates and project files have by convention. */
const CONVENTIONAL =
  /^(?:template|serverless|cloudformation|stack|main|cdk|samconfig|terraform|variables|providers|outputs|package|tsconfig|host)\b[\w.-]*\.(?:ya?ml|json|tf|toml)$/i;

/** Of these, what the package of a handler has at its top. */
const PACKAGE = /(?:^|\/)(?:package\.json|pyproject\.toml|setup\.py|requirements\.txt|Pipfile|host\.json)$/;

/** Code that is not deployed, or not written by people. */
const ASIDE = /(?:^|\/)(?:node_modules|dist|build|coverage|tests?|__tests__|\.[^/]+)\/|\.(?:test|spec|min)\.[^/]+$/;

/** Contents that one request gives: what is read ahead of a need that is only likely has to fit into the first. */
const MAX_OBJECTS = 240;
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * What a scan of the change will read in all likelihood, so that it comes in one request: the changed files on both sides, project
 * files in the folders above them, templates that declare what the code runs in, and the code of the same package, the nearest first,
 * as handlers import it.
 */
export function likelyPaths(diff: Diff, entries: readonly TreeEntry[]): { head: string[]; base: string[] } {
  const changed = diff.files.filter(({ path }) => !isIrrelevant(path));
  const folders = new Set(changed.flatMap(({ path }) => ancestors(path)));
  const conventional = entries.filter(({ path }) => CONVENTIONAL.test(path.slice(path.lastIndexOf('/') + 1)));
  const code = changed.map(({ path }) => path).filter((path) => languageOf(path) !== undefined);
  const templates = templatesForCode(
    code,
    conventional.map(({ path }) => path).filter((path) => !PACKAGE.test(path)),
  );
  const around = new Set([
    ...conventional.map(({ path }) => path).filter((path) => folders.has(folderOf(path))),
    ...templates,
  ]);
  const head = [...changed.filter(({ status }) => status !== 'removed').map(({ path }) => path), ...around];
  const base = [
    ...changed.filter(({ status }) => status !== 'added').map(({ path, previousPath }) => previousPath ?? path),
    ...around,
  ];
  const room = MAX_OBJECTS - new Set(head).size - base.length;
  const known = new Set([...head, ...base]);
  const beside =
    room <= 0
      ? []
      : codeBeside(code, entries)
          .filter((path) => !known.has(path))
          .slice(0, room);
  return { head: [...new Set([...head, ...beside])], base: [...new Set([...base, ...beside])] };
}

/** The code of the packages that changed code is in, the nearest to it first. */
function codeBeside(changed: readonly string[], entries: readonly TreeEntry[]): readonly string[] {
  const packages = new Set(entries.filter(({ path }) => PACKAGE.test(path)).map(({ path }) => folderOf(path)));
  /** How many folders lie between each folder and the changed code below it. */
  const up = new Map<string, number>();
  for (const path of changed) {
    for (const [steps, folder] of ancestors(path).reverse().entries()) {
      up.set(folder, Math.min(steps, up.get(folder) ?? steps));
      if (packages.has(folder)) break;
    }
  }
  const distance = (path: string): number => {
    const above = ancestors(path).reverse();
    return Math.min(...above.map((folder, down) => down + (up.get(folder) ?? Number.POSITIVE_INFINITY)));
  };
  const near = entries
    .filter(({ path, kind }) => kind === 'file' && languageOf(path) !== undefined && !ASIDE.test(path))
    .map((entry) => ({ entry, distance: distance(entry.path) }))
    .filter((one) => Number.isFinite(one.distance))
    .sort((a, b) => a.distance - b.distance);
  let bytes = 0;
  const found: string[] = [];
  for (const { entry } of near) {
    bytes += entry.size;
    if (bytes > MAX_BYTES) break;
    found.push(entry.path);
  }
  return found;
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The folders that a path is in, the root (the empty string) first. */
function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return [''].concat(parts.map((_, index) => parts.slice(0, index + 1).join('/')));
}
