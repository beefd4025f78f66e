import { joined, type Tree } from '#runtimes/handlers/tree';

export type HandlerLanguage = 'javascript' | 'python';

/** The source before what a compiler may have written beside it. */
const ENDINGS: Readonly<Record<HandlerLanguage, readonly string[]>> = {
  javascript: ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'],
  python: ['.py'],
};

const DIRECTORY_FILES: Readonly<Record<HandlerLanguage, readonly string[]>> = {
  javascript: ENDINGS.javascript.map((ending) => `/index${ending}`),
  python: ['/__init__.py'],
};

/** The file of a module below a directory: with an ending that the language gives it, or the one that stands for a directory. */
export function moduleFile(
  tree: Tree,
  directory: string,
  module: string,
  language: HandlerLanguage,
): string | undefined {
  const path = joined(directory, module);
  if (path === undefined) return undefined;
  if (isCode(path, language) && tree.has(path)) return path;
  const endings = path === '' ? [] : [...ENDINGS[language], ...DIRECTORY_FILES[language]];
  return endings.map((ending) => `${path}${ending}`).find((candidate) => tree.has(candidate));
}

/** Whether a path is a file of code in the language; declarations of types are none. */
export function isCode(path: string, language: HandlerLanguage): boolean {
  return !/\.d\.[cm]?ts$/.test(path) && ENDINGS[language].some((ending) => path.endsWith(ending));
}

/** The language of a Lambda runtime: `nodejs22.x`, `python3.13`. */
export function languageOfRuntime(runtime: string): HandlerLanguage | undefined {
  const name = runtime.toLowerCase();
  if (name.startsWith('nodejs')) return 'javascript';
  return name.startsWith('python') ? 'python' : undefined;
}

/** The language of a file of code by its path. */
export function languageOfPath(path: string): HandlerLanguage | undefined {
  return (['javascript', 'python'] as const).find((language) => isCode(path, language));
}
