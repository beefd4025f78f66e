import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { CodeLanguage } from '#syntax/code/form';

/** The WebAssembly modules of the parser and its grammars, read by whoever runs outside the pure rooms. */
export interface GrammarFiles {
  /** The parser's own module. */
  readonly runtime: () => Promise<Uint8Array>;
  readonly grammar: (language: CodeLanguage) => Promise<Uint8Array>;
}

/** Reports of progress that are left, each after a hundred operations. */
export interface ParseBudget {
  left: number;
}

/** Parses code of any language whose grammar was loaded; grammars are loaded once in a process, when a language first occurs. */
export class Grammars {
  readonly #files: GrammarFiles;
  readonly #loading = new Map<CodeLanguage, Promise<Parser>>();
  readonly #parsers = new Map<CodeLanguage, Parser>();

  constructor(files: GrammarFiles) {
    this.#files = files;
  }

  /** Loads what is needed to parse the languages. */
  async load(languages: Iterable<CodeLanguage>): Promise<void> {
    await Promise.all([...new Set(languages)].map((language) => this.#load(language)));
  }

  /**
   * The syntax tree of a text, which the caller deletes; undefined when parsing took more than the steps allowed.
   * @param budget shared by several parses
   * @throws RangeError when the language was not loaded
   */
  parse(text: string, language: CodeLanguage, budget: ParseBudget = { left: MAX_PROGRESS }): Tree | undefined {
    const parser = this.#parsers.get(language);
    if (!parser) throw new RangeError(`the grammar of ${language} is not loaded`);
    const tree = parser.parse(text, null, { progressCallback: () => budget.left-- <= 0 });
    if (tree) return tree;
    parser.reset();
    return undefined;
  }

  #load(language: CodeLanguage): Promise<Parser> {
    const known = this.#loading.get(language);
    if (known) return known;
    const loading = this.#start(language);
    this.#loading.set(language, loading);
    return loading;
  }

  async #start(language: CodeLanguage): Promise<Parser> {
    await initialized(this.#files);
    const parser = new Parser();
    parser.setLanguage(await Language.load(await this.#files.grammar(language)));
    this.#parsers.set(language, parser);
    return parser;
  }
}

/**
 * Reports of progress that one parse may make, each after a hundred operations: twenty times what a file of a megabyte takes, so that
 * only a text made to be ambiguous is given up.
 */
const MAX_PROGRESS = 2_000_000;

let started: Promise<void> | undefined;

/** The parser's module is one for a process. */
function initialized(files: GrammarFiles): Promise<void> {
  started ??= files.runtime().then((wasmBinary) => Parser.init({ wasmBinary: wasmBinary.slice().buffer }));
  return started;
}
