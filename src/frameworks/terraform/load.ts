import type { LoadOptions } from '#frameworks/framework';
import { Application, localModulesOf } from '#frameworks/terraform/application';
import { Configuration } from '#frameworks/terraform/configuration';
import { stackOf, type TerraformStack } from '#frameworks/terraform/stack';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import type { Problem } from '#source/problem';
import { isFile } from '#source/snapshot';
import type { HclDocument } from '#syntax/hcl/ast';
import { parseHcl } from '#syntax/hcl/parse';

/** How many files one directory, and how many directories one application may have. */
const MAX_FILES = 500;
const MAX_DIRECTORIES = 200;
/** How often files that functions name are read: a file's name may stand in another. */
const MAX_ROUNDS = 4;

/** Whether a path is a file of Terraform's or OpenTofu's configuration. */
export function isConfiguration(path: string): boolean {
  return /\.(tf|tofu)(\.json)?$/.test(path) && !/(^|\/)\./.test(path.slice(path.lastIndexOf('/')));
}

/** Whether a path is a file of variables that Terraform reads without being told. */
export function isVariables(path: string): boolean {
  return /(^|\/)(terraform\.tfvars|[^/]+\.auto\.tfvars)(\.json)?$/.test(path);
}

/** The file that stands for the module of a directory: `main.tf`, or else the first one. */
export function rootFile(paths: readonly string[]): string | undefined {
  const files = paths.filter(isConfiguration).sort();
  return files.find((path) => /(^|\/)main\.(tf|tofu)$/.test(path)) ?? files[0];
}

/**
 * Loads the root module that a file stands for, with the local modules that it calls and the files that its functions read.
 * @returns undefined when another file of the directory stands for it, or when the directory declares nothing
 */
export async function loadRoot(
  root: SourceFile,
  files: FileReader,
  options: LoadOptions,
): Promise<TerraformStack | undefined> {
  const directory = directoryOf(root.path);
  const listed = files.list(directory);
  if ((rootFile(listed) ?? root.path) !== root.path) return undefined;
  const reading = new Reading(files, root);
  const configuration = await reading.directory(directory, listed);
  if (typeof configuration === 'string') return undefined;
  await reading.modules(configuration);
  const variableFiles = await reading.variables(listed);
  const named = new Map<string, SourceFile | string>();
  for (let round = 0; ; round += 1) {
    const application = new Application({
      id: directory === '' ? '.' : directory,
      directory,
      root: configuration.documents.find((document) => document.file.path === root.path)?.file ?? root,
      configurations: reading.configurations,
      variableFiles,
      files: named,
      options,
    });
    for (const problem of reading.problems) application.problem(problem);
    const stack = stackOf(application);
    if (application.wanted.size === 0 || round === MAX_ROUNDS) return isEmpty(configuration) ? undefined : stack;
    await reading.named(application.wanted, named);
  }
}

/** A directory with nothing but, say, variables is no application: at least something is deployed, called or configured. */
function isEmpty(configuration: Configuration): boolean {
  const { resources, modules, variables, outputs, providers, locals } = configuration;
  const declared = [resources, modules, variables, outputs, locals].reduce((sum, one) => sum + one.size, 0);
  return (
    declared + providers.length === 0 &&
    configuration.documents.every((document) => document.problems.length === 0 && document.body.blocks.length === 0)
  );
}

/** The directory of a path; the root is the empty string. */
export function directoryOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

class Reading {
  readonly configurations = new Map<string, Configuration | string>();
  readonly problems: Problem[] = [];

  constructor(
    readonly files: FileReader,
    readonly root: SourceFile,
  ) {}

  async directory(directory: string, listed: readonly string[]): Promise<Configuration | string> {
    const paths = listed.filter(isConfiguration);
    if (!paths.includes(this.root.path) && directoryOf(this.root.path) === directory) paths.push(this.root.path);
    paths.sort();
    if (paths.length > MAX_FILES)
      this.problems.push({
        kind: 'skipped',
        path: directory === '' ? '.' : directory,
        message: `The directory has more than ${MAX_FILES} files of configuration; the first ones were looked at.`,
      });
    const documents = await this.#documents(paths.slice(0, MAX_FILES));
    const configuration =
      documents.length === 0 ? `${directory || '.'} has no configuration` : new Configuration(directory, documents);
    this.configurations.set(directory, configuration);
    return configuration;
  }

  /** Reads the local modules that a configuration calls, and so on downwards, level by level. */
  async modules(configuration: Configuration): Promise<void> {
    let level: readonly Configuration[] = [configuration];
    while (level.length > 0) {
      const wanted = new Set(level.flatMap((one) => localModulesOf(one).map(({ directory }) => directory)));
      const missing = [...wanted].filter((directory) => !this.configurations.has(directory));
      const room = MAX_DIRECTORIES - this.configurations.size;
      await this.files.read(
        missing.slice(0, room).flatMap((directory) => this.files.list(directory).filter(isConfiguration)),
      );
      const read = await Promise.all(
        missing.slice(0, room).map((directory) => this.directory(directory, this.files.list(directory))),
      );
      for (const directory of missing.slice(room))
        this.configurations.set(directory, `the application has more than ${MAX_DIRECTORIES} modules`);
      level = read.filter((one) => typeof one !== 'string');
    }
  }

  /** The variables files of the root module, in the order in which Terraform reads them. */
  async variables(listed: readonly string[]): Promise<readonly HclDocument[]> {
    const found = listed.filter(isVariables);
    const rank = (path: string) =>
      /terraform\.tfvars$/.test(path) ? 0 : /terraform\.tfvars\.json$/.test(path) ? 1 : 2;
    return this.#documents(found.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1)).slice(0, MAX_FILES));
  }

  /** Reads files that functions named. */
  async named(wanted: Iterable<string>, into: Map<string, SourceFile | string>): Promise<void> {
    const there = [...wanted].filter((path) => this.files.has(path));
    const read = await this.files.read(there);
    for (const path of wanted) {
      const content = read.get(path);
      into.set(path, content && isFile(content) ? content : `${path} is not in the repository`);
    }
  }

  async #documents(paths: readonly string[]): Promise<readonly HclDocument[]> {
    const others = paths.filter((path) => path !== this.root.path);
    const read = await this.files.read(others);
    const documents: HclDocument[] = [];
    for (const path of paths) {
      const content = path === this.root.path ? this.root : read.get(path);
      if (!content) continue;
      if (!isFile(content)) {
        this.problems.push(content);
        continue;
      }
      const document = await parseHcl(content);
      this.problems.push(...document.problems);
      documents.push(document);
    }
    return documents;
  }
}
