import type { Tree } from 'web-tree-sitter';
import type { SourceFile } from '#source/file';
import type { CodeModule } from '#syntax/code/form';

/** Lowers a tree of Python to the common form. */
export function lowerPython(file: SourceFile, _tree: Tree): CodeModule {
  return { file, language: 'python', body: [], comments: [], broken: [] };
}
