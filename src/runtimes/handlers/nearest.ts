import { type HandlerLanguage, isCode } from '#runtimes/handlers/module-file';
import { ancestors, isBelow, nameOf, stemOf, type Tree } from '#runtimes/handlers/tree';

/** Directories that hold no handler that is deployed, or what a tool made of one. */
const ASIDE =
  /(^|\/)(node_modules|\.[a-z][\w.-]*|dist|build|out|coverage|cdk\.out|tests?|__tests__|spec|specs|__mocks__|mocks|fixtures|e2e|site-packages|venv|asset\.[0-9a-f]{64})\//i;
const TEST_FILE = /\.(test|spec|e2e|mock|stories)\.[cm]?[jt]sx?$|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$/;

/**
 * The file of a handler whose package is made by steps that no template shows: the only one near the template that has the module's
 * path for its end, or else the only one in a directory that the function or its package is called by.
 */
export function nearestFile(
  tree: Tree,
  base: string,
  module: string,
  language: HandlerLanguage,
  hints: readonly string[],
): string | undefined {
  const words = new Set(hints.flatMap(wordsOf));
  // The directory of the template, and that above it where the template stands in one of its own (`infra/`).
  for (const directory of ancestors(base).slice(0, 2)) {
    const candidates = candidatesIn(tree, directory, module, language);
    if (candidates.length === 0) continue;
    if (candidates.length === 1) return candidates[0];
    const named = candidates.filter((path) =>
      path
        .slice(directory.length)
        .split('/')
        .slice(0, -1)
        .some((segment) => words.has(plain(segment))),
    );
    return named.length === 1 ? named[0] : undefined;
  }
  return undefined;
}

/** Whether a file of code is one that is deployed, by its path. */
export function isDeployedCode(path: string): boolean {
  return !ASIDE.test(path) && !TEST_FILE.test(path);
}

function candidatesIn(tree: Tree, directory: string, module: string, language: HandlerLanguage): readonly string[] {
  const found = tree
    .withStem(nameOf(module))
    .filter(
      (path) => isBelow(path, directory) && isCode(path, language) && isDeployedCode(path.slice(directory.length)),
    );
  const whole = found.filter((path) => stemOf(path).endsWith(`/${module}`));
  const best = whole.length > 0 ? whole : found;
  // What a compiler wrote beside its source is the same handler.
  return best.filter((path) => !/\.[cm]?js$/.test(path) || !best.includes(path.replace(/\.([cm]?)js$/, '.$1ts')));
}

/** A name and, of a path, the names in it, without what is only spelling. */
function wordsOf(hint: string): readonly string[] {
  return hint
    .replace(/\.(zip|jar|tgz|ts|js|mjs|py)$/, '')
    .split(/[/.[\]"]/)
    .map(plain)
    .flatMap((word) => [word, word.replace(/(lambda|function|handler|fn)$/, '')])
    .filter((word) => word.length > 2);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[^a-z0-9]/g, '');
}
