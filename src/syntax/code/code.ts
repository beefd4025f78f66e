import type { SourceFile } from '#source/file';
import type { CodeLanguage, CodeModule } from '#syntax/code/form';
import type { Grammars } from '#syntax/code/grammars';
import { forParser } from '#syntax/code/javascript/limits';
import { lowerJavaScript } from '#syntax/code/javascript/module';
import { isBounded } from '#syntax/code/python/limits';
import { lowerPython } from '#syntax/code/python/module';
import { recover } from '#syntax/code/recovery/recover';

/** Characters of a file of code that is read; what is longer was made by a bundler. */
export const MAX_CODE_CHARACTERS = 600_000;

const LANGUAGES: readonly (readonly [ending: RegExp, language: CodeLanguage])[] = [
  [/\.(?:[cm]?js|jsx)$/, 'javascript'],
  [/\.[cm]?ts$/, 'typescript'],
  [/\.tsx$/, 'tsx'],
  [/\.py$/, 'python'],
];

/** The language of a file of code by its path; declarations (`.d.ts`) have no code. */
export function languageOf(path: string): CodeLanguage | undefined {
  if (/\.d\.[cm]?ts$/.test(path)) return undefined;
  return LANGUAGES.find(([ending]) => ending.test(path))?.[1];
}

/**
 * Reads a file of code into the common form. Broken code is lowered around what is broken. Undefined when the file is too long, no
 * code, or cannot be parsed within bounds.
 * @param grammars with the file's language loaded
 * @param language of code whose path does not tell it, because it stands in a file of another kind
 */
export function readCode(
  file: SourceFile,
  grammars: Grammars,
  language: CodeLanguage | undefined = languageOf(file.path),
): CodeModule | undefined {
  if (language === undefined || file.text.length > MAX_CODE_CHARACTERS) return undefined;
  if (language === 'python' && !isBounded(file.text)) return undefined;
  const text = language === 'python' ? file.text : forParser(file.text);
  const parsed = grammars.parse(text, language);
  if (!parsed) return undefined;
  const { tree, draft } = parsed.rootNode.hasError
    ? recover(text, language, parsed, grammars)
    : { tree: parsed, draft: undefined };
  try {
    return language === 'python' ? lowerPython(file, tree, draft) : lowerJavaScript(file, language, tree, draft);
  } finally {
    tree.delete();
  }
}
