import type { Tree } from 'web-tree-sitter';
import type { SourceFile } from '#source/file';
import type { CodeLanguage, CodeModule } from '#syntax/code/form';

/** Lowers a tree of JavaScript, TypeScript or TSX to the common form. */
export function lowerJavaScript(file: SourceFile, language: CodeLanguage, _tree: Tree): CodeModule {
  return { file, language, body: [], comments: [], broken: [] };
}
