import { isText } from '#scan/secrets';
import type { Diff } from '#source/diff';

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
  /^(?:template|serverless|cloudformation|stack|main|cdk|samconfig|terraform|variables|providers|outputs|package)\b[\w.-]*\.(?:ya?ml|json|tf|toml)$/i;

/**
 * What a scan of the change will read in all likelihood, so that it comes in one request: the changed files on both sides, and
 * project files in the folders above them.
 */
export function likelyPaths(diff: Diff, paths: readonly string[]): { head: string[]; base: string[] } {
  const changed = diff.files.filter(({ path }) => !isIrrelevant(path));
  const folders = new Set(changed.flatMap(({ path }) => ancestors(path)));
  const conventional = paths.filter((path) => {
    const slash = path.lastIndexOf('/');
    return CONVENTIONAL.test(path.slice(slash + 1)) && folders.has(path.slice(0, Math.max(0, slash)));
  });
  return {
    head: [...changed.filter(({ status }) => status !== 'removed').map(({ path }) => path), ...conventional],
    base: [
      ...changed.filter(({ status }) => status !== 'added').map(({ path, previousPath }) => previousPath ?? path),
      ...conventional,
    ],
  };
}

function ancestors(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return [''].concat(parts.map((_, index) => parts.slice(0, index + 1).join('/')));
}
