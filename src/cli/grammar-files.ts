import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { CodeLanguage } from '#syntax/code/form';
import type { GrammarFiles, ParserLibrary } from '#syntax/code/grammars';

const GRAMMARS: Readonly<Record<CodeLanguage, string>> = {
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
  python: 'tree-sitter-python/tree-sitter-python.wasm',
};

const { cache, resolve } = createRequire(import.meta.url);

/** The parser and its grammars as npm installed them. */
export const grammarFiles: GrammarFiles = {
  library: () => {
    delete cache[resolve('web-tree-sitter')];
    // What requires a module holds on to it.
    return createRequire(import.meta.url)('web-tree-sitter') as ParserLibrary;
  },
  runtime: () => readFile(resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: (language) => readFile(resolve(GRAMMARS[language])),
};
