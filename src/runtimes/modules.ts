import { type Module, moduleOf } from '#runtimes/engine/machine';
import type { HandlerEntry } from '#runtimes/handlers/entry';
import { candidates } from '#runtimes/linking';
import type { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';
import { isFile } from '#source/snapshot';
import { MAX_CODE_CHARACTERS, readCode } from '#syntax/code/code';
import type { Block, CodeModule, Import, Statement } from '#syntax/code/form';
import type { Grammars } from '#syntax/code/grammars';

/** Turns of the event loop's microtasks in which requests of one level are collected. */
const TURNS = 8;

/** Files of one handler that are followed; more are told as not followed. */
const MAX_MODULES = 150;

/** The modules of the repository that a handler consists of. */
export interface Program {
  readonly entry: Module;
  readonly modules: ReadonlyMap<string, Module>;
  linked(from: string, source: string): string | undefined;
  readonly files: readonly SourceFile[];
  /** Paths of modules that were not read: over a limit. */
  readonly unread: readonly string[];
}

/** Distributions whose modules have another name. */
const NAMED_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  pyyaml: ['yaml'],
  python_dateutil: ['dateutil'],
  pyjwt: ['jwt'],
  beautifulsoup4: ['bs4'],
  pillow: ['pil'],
  pycryptodome: ['crypto'],
  python_dotenv: ['dotenv'],
  psycopg2_binary: ['psycopg2'],
  mysql_connector_python: ['mysql'],
  python_jose: ['jose'],
  pyopenssl: ['openssl'],
  attrs: ['attr'],
  aws_psycopg2: ['psycopg2'],
  charset_normalizer: ['chardet'],
  scikit_learn: ['sklearn'],
};

/** Packages that are often copied into a repository or a layer without what says so; the tables know what they do. */
const KNOWN_PACKAGES: ReadonlySet<string> = new Set(
  'aiohttp attr aws_lambda_powertools aws_xray_sdk boto3 botocore bs4 bson certifi chardet charset_normalizer cryptography dateutil flask httpx idna jinja2 jmespath jose jsonschema jwt lxml markupsafe mysql numpy openai pandas paramiko pika pip psycopg psycopg2 pydantic pydantic_core pymongo pymysql pytz redis requests s3transfer setuptools simplejson six sqlalchemy urllib3 werkzeug wrapt yaml'.split(
    ' ',
  ),
);

/** Code that was read already, by path: several handlers share modules. */
export class CodeReader {
  readonly #known = new Map<string, CodeModule | undefined>();
  readonly #installed = new Map<string, ReadonlySet<string>>();
  readonly #wanted = new Set<string>();
  #reading: Promise<void> | undefined;

  constructor(
    readonly files: FileReader,
    readonly grammars: Grammars,
  ) {}

  /** Reads what is not read yet. What several handlers ask for at the same time is read at once. */
  async read(paths: readonly string[]): Promise<void> {
    const missing = paths.filter((path) => !this.#known.has(path));
    if (missing.length === 0) return;
    for (const path of missing) this.#wanted.add(path);
    this.#reading ??= this.#flush();
    await this.#reading;
    await this.read(paths);
  }

  async #flush(): Promise<void> {
    // A few turns, in which the other handlers come to say what they want.
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve();
    const paths = [...this.#wanted];
    this.#wanted.clear();
    this.#reading = undefined;
    const read = await this.files.read(paths);
    for (const path of paths) {
      const file = read.get(path);
      await this.grammars.restore();
      if (!this.#known.has(path)) this.#known.set(path, isFile(file) ? this.parse(file) : undefined);
    }
  }

  parse(file: SourceFile): CodeModule | undefined {
    return file.text.length > MAX_CODE_CHARACTERS ? undefined : readCode(file, this.grammars);
  }

  get(path: string): CodeModule | undefined {
    return this.#known.get(path);
  }

  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Whether a module is a package that was installed into the repository: it is known by its name, as if it were not there. */
  isInstalled(entry: HandlerEntry, path: string): boolean {
    if (entry.language !== 'python') return false;
    return entry.searchPath.some((root) => {
      if (root !== '' && !path.startsWith(`${root}/`)) return false;
      const [name = ''] = path.slice(root === '' ? 0 : root.length + 1).split('/');
      const isPackage = !name.endsWith('.py') && KNOWN_PACKAGES.has(name);
      return isPackage || this.#installedIn(root).has(name.replace(/\.py$/, '').toLowerCase());
    });
  }

  #installedIn(root: string): ReadonlySet<string> {
    const known = this.#installed.get(root);
    if (known) return known;
    const start = root === '' ? 0 : root.length + 1;
    const names = this.files.below(root).flatMap((path) => {
      const [, name] = /^([^/]{1,100}?)-\d[^/]{0,60}\.dist-info\/METADATA$/.exec(path.slice(start)) ?? [];
      return name === undefined ? [] : [name.toLowerCase().replaceAll(/[-.]/g, '_')];
    });
    const found = new Set(names.length > 0 ? [...names, ...names.flatMap((name) => NAMED_OTHERWISE[name] ?? [])] : []);
    this.#installed.set(root, found);
    return found;
  }
}

async function readFirst(file: SourceFile, reader: CodeReader): Promise<CodeModule | undefined> {
  await reader.read([file.path]);
  return reader.get(file.path) ?? reader.parse(file);
}

/** Reads what a handler imports, level by level. */
export async function programOf(entry: HandlerEntry, reader: CodeReader): Promise<Program | undefined> {
  await reader.grammars.restore();
  const first = entry.inline
    ? readCode(entry.file, reader.grammars, entry.language)
    : await readFirst(entry.file, reader);
  if (!first) return undefined;
  const modules = new Map<string, Module>();
  const links = new Map<string, string>();
  const unread: string[] = [];
  const start = moduleOf(first);
  modules.set(entry.file.path, start);
  let level: Module[] = [start];
  while (level.length > 0) {
    const wanted = new Map<string, readonly string[]>();
    for (const module of level) {
      for (const source of importsOf(module.code)) {
        const path = candidates(entry, module.path, source).find((one) => reader.has(one));
        if (path === undefined || reader.isInstalled(entry, path)) continue;
        links.set(`${module.path}\u0000${source}`, path);
        if (!modules.has(path)) wanted.set(path, []);
      }
    }
    const room = MAX_MODULES - modules.size;
    const paths = [...wanted.keys()];
    unread.push(...paths.slice(Math.max(0, room)));
    const now = paths.slice(0, Math.max(0, room));
    await reader.read(now);
    level = [];
    for (const path of now) {
      const code = reader.get(path);
      if (!code) {
        if (/\.(?:[cm]?[jt]sx?|py)$/.test(path)) unread.push(path);
        continue;
      }
      const module = moduleOf(code);
      modules.set(path, module);
      level.push(module);
    }
  }
  return {
    entry: start,
    modules,
    linked: (from, source) => links.get(`${from}\u0000${source}`),
    files: [...modules.values()].map(({ code }) => (code === first ? (entry.inline?.at.file ?? code.file) : code.file)),
    unread,
  };
}

/** The texts of all imports, `require('…')` and `import('…')` of a module; of Python's `from a import b` also `a.b`. */
function importsOf(code: CodeModule): ReadonlySet<string> {
  const found = new Set<string>();
  // By a list of what is left, not by calls: a file may have thousands of `elif`.
  const left: Block[] = [code.body];
  for (let block = left.pop(); block; block = left.pop())
    for (const statement of block) left.push(...visit(statement, found));
  if (code.language !== 'python') {
    for (const match of code.file.text.matchAll(/\b(?:require|import)\(\s{0,20}['"`]([^'"`\n]{1,300})['"`]/g)) {
      const [, source] = match;
      if (source !== undefined) found.add(source);
    }
  }
  return found;
}

/** Takes the imports of a statement, and gives the blocks in it. */
function visit(statement: Statement, found: Set<string>): readonly Block[] {
  switch (statement.kind) {
    case 'import':
      imported(statement, found);
      return [];
    case 'export':
      if (statement.source !== undefined) found.add(statement.source);
      return [];
    case 'if':
      return [statement.then, statement.otherwise];
    case 'try':
      return [statement.body, statement.otherwise, statement.finalizer, ...statement.handlers.map(({ body }) => body)];
    case 'function-declaration':
      return [statement.code.body];
    case 'class-declaration':
      return statement.code.members.flatMap(({ code }) => (code ? [code.body] : []));
    case 'with':
    case 'block':
    case 'loop':
      return [statement.body];
    default:
      return [];
  }
}

function imported({ source, bindings }: Import, found: Set<string>): void {
  found.add(source);
  for (const { imported: name, how, local } of bindings) {
    if (how === 'name') found.add(source.endsWith('.') ? `${source}${name}` : `${source}.${name}`);
    if (how === 'root') {
      found.add(local);
      const parts = source.split('.');
      for (let count = 2; count < parts.length; count++) found.add(parts.slice(0, count).join('.'));
    }
  }
}
