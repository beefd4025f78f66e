import { posix } from 'node:path';
import type { Files } from '../analysis.js';
import type { Label } from '../label.js';
import type { Mutant } from './mutant.js';

/** The handler's file, and the name that the host calls in it. */
interface Source {
  readonly path: string;
  readonly text: string;
  readonly name: string;
  /** The module's packages, for Python: `asset.` in `asset/bucket.event`. */
  readonly packages: string;
}

type Rewrite = (source: Source) => Readonly<Record<string, string>> | undefined;

const REWRITES: Readonly<Record<string, { readonly javascript: Rewrite; readonly python: Rewrite }>> = {
  'behind a local import': { javascript: importedScript, python: importedPython },
  'behind a function': { javascript: calledScript, python: calledPython },
  'client by another name': {
    javascript: (source) =>
      client(source, SCRIPT_CLIENT, (name, made, indent) => [
        `${indent}const ${name} = ${made};\n${indent}const ${name}Again = ${name};`,
        `${name}Again`,
      ]),
    python: (source) =>
      client(source, PYTHON_CLIENT, (name, made, indent) => [
        `${indent}${name} = ${made}\n${indent}${name}_again = ${name}`,
        `${name}_again`,
      ]),
  },
  'client in a field': {
    javascript: (source) =>
      client(source, SCRIPT_CLIENT, (name, made, indent) => [
        `${indent}class ${name}Holder {\n${indent}  constructor() {\n${indent}    this.client = ${made};\n${indent}  }\n${indent}}\n${indent}const ${name}Held = new ${name}Holder();`,
        `${name}Held.client`,
      ]),
    python: (source) =>
      client(source, PYTHON_CLIENT, (name, made, indent) => [
        `${indent}class ${name}_holder:\n${indent}    def __init__(self):\n${indent}        self.client = ${made}\n${indent}${name}_held = ${name}_holder()`,
        `${name}_held.client`,
      ]),
  },
};

const DYNAMIC = { javascript: dynamicScript, python: dynamicPython };

/**
 * The handler written in other ways that do the same, and with a client that only the deployment decides.
 * @param handler the template's `Handler`
 */
export function codeMutants(label: Label, files: Files, handler: string): readonly Mutant[] {
  const path = label.handler;
  const text = path === null ? undefined : files[path];
  if (path === null || text === undefined) return [];
  const parts = handler.split(/[./]/);
  const name = parts.pop() ?? 'handler';
  const packages = parts
    .slice(0, -1)
    .map((one) => `${one}.`)
    .join('');
  const source: Source = { path, text, name, packages };
  const language = path.endsWith('.py') ? 'python' : 'javascript';
  const mutants: Mutant[] = [];
  for (const [mutation, rewrite] of Object.entries(REWRITES)) {
    const changed = rewrite[language](source);
    if (changed) mutants.push({ label, mutation, files: { ...files, ...changed }, expected: { kind: 'unchanged' } });
  }
  const dynamic = DYNAMIC[language](source);
  if (dynamic)
    mutants.push({
      label,
      mutation: 'client chosen at run time',
      files: { ...files, ...dynamic },
      expected: { kind: 'abstention' },
    });
  return mutants;
}

function isModule({ path, text }: Source): boolean {
  return /\.m[jt]s$/.test(path) || /^\s*export /m.test(text);
}

function importedScript(source: Source): Readonly<Record<string, string>> | undefined {
  const { path, text } = source;
  const { dir, name, ext } = posix.parse(path);
  const moved = posix.join(dir, `${name}Work${ext}`);
  const from = `./${name}Work${ext === '.ts' ? '' : ext.replace('.mts', '.mjs')}`;
  const entry = isModule(source) ? `export * from '${from}';\n` : `module.exports = require('${from}');\n`;
  return { [moved]: text, [path]: entry };
}

function importedPython({ path, text, name, packages }: Source): Readonly<Record<string, string>> {
  const { dir, name: base } = posix.parse(path);
  const module = `${base.replaceAll('-', '_')}_work`;
  return { [posix.join(dir, `${module}.py`)]: text, [path]: `from ${packages}${module} import ${name}\n` };
}

function calledScript(source: Source): Readonly<Record<string, string>> | undefined {
  const { path, text, name } = source;
  const types = path.endsWith('ts') ? ': any' : '';
  const work = `function (event${types}, context${types}, callback${types}) {\n  return work(event, context, callback);\n}`;
  const assigned = new RegExp(`^((?:module\\.)?exports\\.${name}) = `, 'm').exec(text);
  if (assigned) {
    const own = text.replace(assigned[0], 'const work = ');
    return { [path]: `${own}\n${assigned[1]} = ${work};\n` };
  }
  const declared = new RegExp(`^export (const ${name}\\b|(?:async )?function ${name}\\b)`, 'm').exec(text);
  if (!declared) return undefined;
  const own = text.replace(declared[0], (declared[1] ?? '').replace(name, 'work'));
  return { [path]: `${own}\nexport const ${name} = ${work};\n` };
}

function calledPython({ path, text, name }: Source): Readonly<Record<string, string>> | undefined {
  const declared = new RegExp(`^def ${name}\\(([^)]*)\\)`, 'm').exec(text);
  if (!declared || /^@/m.test(text)) return undefined;
  const own = text.replace(declared[0], declared[0].replace(name, 'work'));
  return { [path]: `${own}\n\ndef ${name}(event, context):\n    return work(event, context)\n` };
}

const SCRIPT_CLIENT = /^([ \t]*)(?:const|let|var) (\w+)(?:: \w+)? = (new (?:AWS\.[\w.]+|\w+Client|Kinesis)\()/m;
const PYTHON_CLIENT = /^([ \t]*)(\w+) = (boto3\.(?:client|resource)\()/m;

/** The first client with what makes it in another shape, and its uses below by another name. */
function client(
  { path, text }: Source,
  pattern: RegExp,
  written: (name: string, made: string, indent: string) => readonly [declaration: string, use: string],
): Readonly<Record<string, string>> | undefined {
  const found = pattern.exec(text);
  if (!found) return undefined;
  const [whole, indent = '', name = '', opening = ''] = found;
  const start = found.index + whole.length - opening.length;
  const end = ended(text, found.index + whole.length);
  if (end === undefined) return undefined;
  const [declaration, use] = written(name, text.slice(start, end), indent);
  const below = text.slice(end).replace(/^;/, '');
  // A name that is a parameter further down is another variable.
  if (new RegExp(`[(,]\\s*${name}\\s*[:,)][^\\n]*(?:->|=>|:\\s*$|\\{\\s*$)`, 'm').test(below)) return undefined;
  const renamed = below.replace(new RegExp(`(?<![.\\w'"])${name}(?=\\s*[.,)])`, 'g'), use);
  if (renamed === below) return undefined;
  return { [path]: text.slice(0, found.index) + declaration + renamed };
}

/** Where a call ends with what is called on its result: `boto3.resource('dynamodb').Table(name)`. */
function ended(text: string, from: number): number | undefined {
  const end = closing(text, from);
  const next = end === undefined ? undefined : /^\.\w+\(/.exec(text.slice(end))?.[0];
  return end === undefined || next === undefined ? end : ended(text, end + next.length);
}

/** Where the bracket is closed that was opened before an offset, as long as no text has brackets of its own. */
function closing(text: string, from: number): number | undefined {
  let open = 1;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '(') open += 1;
    if (text[at] === ')') open -= 1;
    if (open === 0) return at + 1;
  }
  return undefined;
}

function dynamicScript(source: Source): Readonly<Record<string, string>> | undefined {
  const { path, text } = source;
  if (/new AWS\.\w+/.test(text))
    return { [path]: text.replace(/new AWS\.[\w.]+\(/g, 'new AWS[process.env.KIND_OF_CLIENT](') };
  const clients = [...text.matchAll(/['"](@aws-sdk\/(?:client|lib)-[\w-]+)['"]/g)].map(([, name]) => name);
  const name = clients.at(-1);
  if (name === undefined || !/new \w+Command\(/.test(text)) return undefined;
  const imported = isModule(source)
    ? `import * as commands from '${name}';\n`
    : `const commands = require('${name}');\n`;
  return { [path]: imported + text.replace(/new \w+Command\(/g, 'new commands[process.env.KIND_OF_COMMAND](') };
}

function dynamicPython({ path, text }: Source): Readonly<Record<string, string>> | undefined {
  const changed = text.replace(
    /boto3\.client\((?:service_name=)?['"][\w-]+['"]/g,
    "boto3.client(os.environ['KIND_OF_CLIENT']",
  );
  return changed === text ? undefined : { [path]: `import os\n${changed}` };
}
