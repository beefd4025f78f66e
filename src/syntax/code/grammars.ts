import type { Parser, Tree } from 'web-tree-sitter';
import type { CodeLanguage } from '#syntax/code/form';

/** The library that parses. */
export type ParserLibrary = Pick<typeof import('web-tree-sitter'), 'Parser' | 'Language'>;

/** The parser and its grammars, read by whoever runs outside the pure rooms. */
export interface GrammarFiles {
  /** The library, as new: each copy has a memory of its own. */
  readonly library: () => ParserLibrary;
  /** The library's WebAssembly module. */
  readonly runtime: () => Promise<Uint8Array>;
  readonly grammar: (language: CodeLanguage) => Promise<Uint8Array>;
}

/** Reports of progress that are left, each after a hundred operations. */
export interface ParseBudget {
  left: number;
}

/**
 * Parses code of any language whose grammar was loaded; grammars are loaded once in a process, when a language first occurs. A text
 * that makes the parser fail, or takes too much memory, is given up together with the copy of the library that read it.
 */
export class Grammars {
  readonly #files: GrammarFiles;
  /** What was asked for, whether it can be parsed now or has to be loaded anew. */
  readonly #languages = new Set<CodeLanguage>();
  readonly #loading = new Map<CodeLanguage, Promise<void>>();
  readonly #parsers = new Map<CodeLanguage, Parser>();
  #copy: Promise<Copy> | undefined;
  #started: Copy | undefined;

  constructor(files: GrammarFiles) {
    this.#files = files;
  }

  /** Loads what is needed to parse the languages. */
  async load(languages: Iterable<CodeLanguage>): Promise<void> {
    await Promise.all([...new Set(languages)].map((language) => this.#load(language)));
  }

  /** Loads again what a text made unusable; to be awaited before each text, since it takes nothing where nothing was lost. */
  async restore(): Promise<void> {
    if (this.#parsers.size < this.#languages.size) await this.load(this.#languages);
  }

  /**
   * The syntax tree of a text, which the caller deletes; undefined when parsing took more than the steps or the memory allowed.
   * @param budget shared by several parses
   * @throws RangeError when the language was not loaded
   */
  parse(text: string, language: CodeLanguage, budget: ParseBudget = { left: MAX_PROGRESS }): Tree | undefined {
    if (!this.#languages.has(language)) throw new RangeError(`the grammar of ${language} is not loaded`);
    const parser = this.#parsers.get(language);
    if (!parser) return undefined;
    try {
      const tree = parser.parse(text, null, { progressCallback: () => budget.left-- <= 0 });
      if (!tree) parser.reset();
      return tree ?? undefined;
    } catch {
      // Out of memory or stack: what it threw says nothing that people could use, and it is in no state to go on.
      this.#abandon();
      return undefined;
    }
  }

  #abandon(): void {
    this.#parsers.clear();
    this.#loading.clear();
    this.#started?.abandon();
    this.#started = undefined;
    this.#copy = undefined;
  }

  #load(language: CodeLanguage): Promise<void> {
    const known = this.#loading.get(language);
    if (known) return known;
    const loading = this.#start(language);
    this.#loading.set(language, loading);
    return loading;
  }

  async #start(language: CodeLanguage): Promise<void> {
    this.#copy ??= copyOf(this.#files);
    const asked = this.#copy;
    const copy = await asked;
    const { library } = copy;
    const parser = new library.Parser();
    parser.setLanguage(await library.Language.load(await this.#files.grammar(language)));
    // A text can make it unusable before it was ever used.
    if (this.#copy !== asked) return this.#load(language);
    this.#started = copy;
    this.#parsers.set(language, parser);
    this.#languages.add(language);
  }
}

/**
 * Reports of progress that one parse may make, each after a hundred operations: twenty times what a file of a megabyte takes, so that
 * only a text made to be ambiguous is given up.
 */
const MAX_PROGRESS = 2_000_000;

/** Pages of 64 KiB that a copy of the library starts with, as it would by itself, and that it may come to hold. */
const PAGES = { initial: 512, maximum: 4_096 };

/**
 * Bytes of the stack that the parser gets in place of its own 64 KiB: some of its routines call themselves for each level of a broken
 * text, and nothing stops them from writing over its data. The stack of JavaScript ends long before this one does, and that is told.
 */
const STACK = 16 * 2 ** 20;

/** One copy of the library, started. */
interface Copy {
  readonly library: ParserLibrary;
  /** Keeps what is left of it from being cleaned up by itself, in whatever state that is. */
  readonly abandon: () => void;
}

/** What of WebAssembly is used here: the types of Node.js have none of it. */
declare const WebAssembly: {
  readonly Memory: new (pages: typeof PAGES) => object;
  readonly instantiate: (
    binary: Uint8Array,
    imports: object,
  ) => Promise<{ readonly instance: object; readonly module: object }>;
};

/** The library's module. https://emscripten.org/docs/api_reference/module.html */
interface EmscriptenModule {
  readonly _malloc: (bytes: number) => number;
  [name: string]: unknown;
}

async function copyOf(files: GrammarFiles): Promise<Copy> {
  const library = files.library();
  const binary = await files.runtime();
  let started: EmscriptenModule | undefined;
  let pointer: { value: number } | undefined;
  const options = {
    wasmMemory: new WebAssembly.Memory(PAGES),
    // That it gives up is told where the text is.
    printErr: () => undefined,
    instantiateWasm(
      imports: { readonly env: { readonly __stack_pointer: { value: number } } },
      done: (instance: object, module: object) => void,
    ): object {
      pointer = imports.env.__stack_pointer;
      void WebAssembly.instantiate(binary, imports).then(({ instance, module }) => done(instance, module));
      return {};
    },
    onRuntimeInitialized(this: EmscriptenModule): void {
      started = this;
    },
  };
  await library.Parser.init(options as unknown as Parameters<ParserLibrary['Parser']['init']>[0]);
  const module = started;
  const start = module?._malloc(STACK);
  if (pointer && start) pointer.value = (start + STACK) & ~15;
  return {
    library,
    abandon: () => {
      if (!module) return;
      for (const name of Object.keys(module)) if (/^_free$|^_ts_\w+_delete/.test(name)) module[name] = () => undefined;
    },
  };
}
