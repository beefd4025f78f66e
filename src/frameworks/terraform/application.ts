import type { LoadOptions } from '#frameworks/framework';
import {
  attributeIn,
  type Configuration,
  type Declared,
  headerOf,
  literalText,
  type PlacedAttribute,
} from '#frameworks/terraform/configuration';
import { Evaluator, type Scope } from '#frameworks/terraform/evaluate';
import { Module, type RememberedResource, type ResourceState } from '#frameworks/terraform/module';
import { textOf } from '#frameworks/terraform/values';
import { partsOf, Text } from '#model/text';
import type { Value } from '#model/value';
import { type Location, SourceFile } from '#source/file';
import { type Problem, problemAt } from '#source/problem';
import type { Expression, HclDocument } from '#syntax/hcl/ast';
import { readTemplate } from '#syntax/hcl/grammar';
import { LimitExceeded } from '#syntax/limits';
import { Faults } from '#syntax/reading';

/** How deep modules nest, and how many one application deploys. */
const MAX_NESTING = 10;
const MAX_MODULES = 300;
/** How many files functions may name. */
const MAX_FILES = 500;
const MAX_TEMPLATE = 500_000;

/** What was read for a root module before anything is evaluated. */
export interface Read {
  readonly id: string;
  readonly directory: string;
  readonly root: SourceFile;
  /** By directory; a text says why one could not be read. */
  readonly configurations: ReadonlyMap<string, Configuration | string>;
  /** Variables files in the order in which Terraform reads them: later ones win. */
  readonly variableFiles: readonly HclDocument[];
  /** Files that functions named, by path. */
  readonly files: ReadonlyMap<string, SourceFile | string>;
  readonly options: LoadOptions;
}

/** A root module with all modules that it calls, as it is evaluated. */
export class Application {
  readonly evaluator = new Evaluator();
  readonly problems: Problem[] = [];
  readonly modules: Module[] = [];
  /** Files that functions named and that were not read yet. */
  readonly wanted = new Set<string>();
  /** Files that functions read. */
  readonly used = new Set<SourceFile>();
  readonly #resources = new Map<string, RememberedResource>();
  readonly #told = new Set<string>();
  readonly root: Module;

  constructor(readonly read: Read) {
    const configuration = read.configurations.get(read.directory);
    if (!configuration || typeof configuration === 'string') throw new Error('the root module was not read');
    this.root = new Module(this, configuration, read.id, undefined);
  }

  get id(): string {
    return this.read.id;
  }

  get variableFiles(): readonly HclDocument[] {
    return this.read.variableFiles;
  }

  /** The start of the root module: where a person is to look when there is no better place. */
  get at(): Location {
    return { file: this.read.root, span: { start: 0, end: 0 } };
  }

  register(module: Module): void {
    this.modules.push(module);
  }

  /** How many times a module's directory is deployed. */
  calls(configuration: Configuration): number {
    return this.modules.filter((module) => module.configuration === configuration).length;
  }

  /** How many instances of a module one call makes, in all that is deployed. */
  copies(call: Declared): number {
    return this.modules.filter((module) => module.caller?.declared === call).length;
  }

  remember(id: string, module: Module, state: ResourceState): void {
    this.#resources.set(id, { module, state });
  }

  stateOf(id: string): RememberedResource | undefined {
    return this.#resources.get(id);
  }

  /** What the configuration of the review gives to a variable. */
  parameter(name: string): string | undefined {
    const { parameters } = this.read.options;
    return Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  }

  /** What a variables file gives to a variable. */
  variableEntry(name: string): PlacedAttribute | undefined {
    for (const document of [...this.variableFiles].reverse()) {
      const attribute = document.body.attributes.find((one) => one.name === name);
      if (attribute) return { document, attribute };
    }
    return undefined;
  }

  /** The configuration of a local module, or why there is none. */
  localModule(from: Module, source: string): Configuration | string {
    const directory = joined(from.configuration.directory, source);
    if (directory === undefined) return `${source.slice(0, 100)} is outside of the repository`;
    for (let one: Module | undefined = from; one; one = one.caller?.parent)
      if (one.configuration.directory === directory) return `${source} calls itself`;
    if (from.id.split('/module.').length > MAX_NESTING) return `modules are nested more than ${MAX_NESTING} deep`;
    if (this.modules.length >= MAX_MODULES) return `the application has more than ${MAX_MODULES} modules`;
    return this.read.configurations.get(directory) ?? `${directory} has no configuration`;
  }

  /** A module's directory as `path.module` has it: relative to the root module. */
  relative(directory: string): string {
    const from = this.read.directory === '' ? [] : this.read.directory.split('/');
    const to = directory === '' ? [] : directory.split('/');
    let common = 0;
    while (common < from.length && from[common] === to[common]) common += 1;
    const path = [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
    return path === '' ? '.' : path;
  }

  /** The path in the repository that a path of the configuration means; undefined for one outside. */
  repositoryPath(path: string): string | undefined {
    return joined(this.read.directory, path);
  }

  file(path: string): SourceFile | string {
    const name = this.repositoryPath(path);
    if (name === undefined) return `${path.slice(0, 100)} is outside of the repository`;
    const found = this.read.files.get(name);
    if (found === undefined && this.wanted.size < MAX_FILES) this.wanted.add(name);
    if (typeof found === 'object') this.used.add(found);
    return found ?? `${name} is not read`;
  }

  /** A template file with its variables filled in; every value stands at the call. */
  template(file: SourceFile, variables: ReadonlyMap<string, Value>, at: Location, names: Module): Value {
    if (file.text.length > MAX_TEMPLATE) return { kind: 'unknown', at, why: 'a template file that is too large' };
    const expression = templateOf(file);
    if (expression === undefined) return { kind: 'unknown', at, why: 'a template file that nests too deep' };
    const document: HclDocument = {
      file,
      format: 'hcl',
      body: { span: expression.span, attributes: [], blocks: [] },
      problems: [],
      edit: () => undefined,
    };
    const scope: Scope = {
      document,
      names,
      bindings: variables,
      whens: [],
      fixed: 'a template file makes it',
      closed: true,
      at,
    };
    return this.evaluator.evaluate(expression, scope);
  }

  /** A text that is a template itself (`template_file`) with its variables filled in. */
  rendered(template: Value, variables: ReadonlyMap<string, Value>, at: Location): Value {
    const text = textOf(template);
    if (text === undefined) return { kind: 'unknown', at, why: 'a template that is not known' };
    if (text instanceof Text || !text.includes('${')) return { kind: 'set', at, data: Text.of(partsOf(text)) };
    return this.template(new SourceFile(at.file.path, text), variables, at, this.root);
  }

  tell(kind: Problem['kind'], at: Location, message: string): void {
    this.problem(problemAt(kind, at.file, at.span, message));
  }

  problem(problem: Problem): void {
    const key = `${problem.path}\n${problem.line}\n${problem.message}`;
    if (this.#told.has(key) || this.#told.size > 200) return;
    this.#told.add(key);
    this.problems.push(problem);
  }
}

/** A path joined to a directory of the repository; undefined when it leads outside. The root is the empty string. */
export function joined(directory: string, path: string): string | undefined {
  if (path.startsWith('/') || path.startsWith('~')) return undefined;
  const parts = directory === '' ? [] : directory.split('/');
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** The directories of the repository that the local modules of a configuration are. */
export function localModulesOf(configuration: Configuration): readonly { directory: string; at: Location }[] {
  return [...configuration.modules.values()].flatMap((declared) => {
    const source = literalText(attributeIn(declared, 'source')?.attribute.value);
    if (source === undefined || !/^\.\.?(\/|$)/.test(source)) return [];
    const directory = joined(configuration.directory, source);
    return directory === undefined ? [] : [{ directory, at: headerOf(declared) }];
  });
}

/** The template that a file is; undefined for one past a limit. */
function templateOf(file: SourceFile): Expression | undefined {
  try {
    return readTemplate(file.text, new Faults());
  } catch (error) {
    if (error instanceof LimitExceeded) return undefined;
    throw error;
  }
}
