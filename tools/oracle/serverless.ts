import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serverless } from '#frameworks/serverless/index';
import type { Stack } from '#model/stack';
import { Text } from '#model/text';
import type { Value } from '#model/value';
import { SourceFile } from '#source/file';
import type { FileReader } from '#source/file-reader';

/*
 * Compares our lowering of Serverless Framework services with what `serverless package` compiles, resource by resource and
 * property by property. Development only. The input has a line of JSON for every service, { path, options?, output } with the compiled
 * template (`.serverless/cloudformation-template-update-stack.json`, packaged by v3 with `--stage dev`) or { path, error }, as
 * `tools/oracle/serverless-package.ts` writes them:
 * npx tsx --conditions=source tools/oracle/serverless.ts oracle.jsonl [--show CLASS]
 */

type Json = unknown;
interface Cfn {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: Json;
  readonly Properties?: Record<string, Json>;
}
type Resources = Record<string, Cfn>;

/** One service: what it was packaged with besides `--stage dev`, and what came out. */
interface Packaged {
  readonly path: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly output?: { readonly Resources: Resources };
}

const [input, flag, wanted] = process.argv.slice(2);
if (!input) throw new Error('Give the file with the compiled templates.');

/** What we leave different on purpose: what only packaging knows. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::Function': ['Code'],
  'AWS::Lambda::Version': ['CodeSha256'],
  'AWS::Lambda::LayerVersion': ['Content'],
};

/** Lists that mean the same in any order. */
const UNORDERED = new Set(['Statement', 'Action', 'Resource', 'Service']);

/** What the framework makes by calls after the deployment, so that no template has it. */
const BY_CALLS = new Set(['AWS::ApiGateway::Stage']);

const byType = new Map<string, { equal: number; total: number }>();
const classes = new Map<string, { count: number; example: string; detail: string }>();
let services = 0;
let refused = 0;
let exact = 0;
let logicalIds = new Map<string, string>();

for (const line of readFileSync(input, 'utf8').split('\n')) {
  if (line === '') continue;
  const { path, output, options } = JSON.parse(line) as Packaged;
  if (!output) {
    refused += 1;
    continue;
  }
  services += 1;
  const stack = await load(path, { stage: 'dev', ...options });
  if (!stack) note('(service)', 'unreadable', path, '');
  else if (compare(resourcesOf(stack), output.Resources, path)) exact += 1;
}
report();

async function load(path: string, parameters: Readonly<Record<string, string>>): Promise<Stack | undefined> {
  const files: FileReader = {
    has: (one) => existsSync(`/${one}`) && statSync(`/${one}`).isFile(),
    below: () => [],
    list: (directory) => readdirSync(`/${directory}`).map((name) => join(directory, name)),
    read: async (paths) => new Map(paths.map((one) => [one, new SourceFile(one, readFileSync(`/${one}`, 'utf8'))])),
  };
  const root = path.replace(/^\//, '');
  // Packaged by v3 with `--stage dev`, whatever version the service asks for.
  const text = readFileSync(path, 'utf8').replace(/^frameworkVersion:.*$/m, "frameworkVersion: '3'");
  return await serverless.load(new SourceFile(root, text), files, { parameters });
}

function resourcesOf(stack: Stack): Resources {
  return Object.fromEntries(
    [...stack.resources.values()].map((one): [string, Cfn] => {
      const attributes = plain(one.attributes) as Record<string, Json>;
      return [
        one.logicalId,
        { Type: one.type, ...attributes, Properties: plain(one.properties) as Record<string, Json> },
      ];
    }),
  );
}

/** A value as text and data in which references are `${Id.Attribute}`, as theirs become below. */
function plain(value: Value): Json {
  if (value.kind === 'absent') return undefined;
  if (value.kind === 'unknown') return value.parameter === undefined ? '${?}' : `\${${value.parameter}}`;
  if (value.kind === 'conditional')
    return Object.fromEntries(
      value.branches.map((one) => [`${one.when.holds ? '' : 'not '}${one.when.condition}`, plain(one.value)]),
    );
  const { data } = value;
  if (Array.isArray(data)) return data.map((item: Value) => plain(item));
  if (data instanceof Map)
    return Object.fromEntries([...data].map(([key, item]: [string, Value]) => [key, plain(item)]));
  if (!(data instanceof Text)) return data;
  return data.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'hole')
        return part.name === undefined || part.name.includes(':') === false ? '${?}' : `\${${part.name}}`;
      const id = part.resource.slice(part.resource.indexOf('#') + 1);
      return part.attribute === 'Ref' ? `\${${id}}` : `\${${id}.${part.attribute}}`;
    })
    .join('');
}

/** Intrinsics as text, the way `plain` has them. */
function textual(value: Json): Json {
  if (Array.isArray(value)) return value.map(textual);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only) {
    const [key, argument] = only as [string, Json];
    if (key === 'Ref') return `\${${rename(String(argument))}}`;
    if (key === 'Fn::GetAtt') {
      const parts = Array.isArray(argument) ? argument.map(String) : String(argument).split('.');
      return `\${${rename(parts[0] ?? '')}.${parts.slice(1).join('.')}}`;
    }
    if (key === 'Fn::Join' && Array.isArray(argument)) {
      const items = (argument[1] as Json[]).map(textual);
      if (items.every((item) => typeof item !== 'object')) return items.join(String(argument[0]));
    }
    if (key === 'Fn::Sub') {
      const [text, variables] = Array.isArray(argument)
        ? (argument as [string, Record<string, Json>])
        : [argument as string, {}];
      return text.replace(/\$\{([A-Za-z0-9:.]+)\}/g, (_, name: string) =>
        Object.hasOwn(variables, name) ? String(textual(variables[name])) : `\${${renameDotted(name)}}`,
      );
    }
    if (
      key === 'Fn::ImportValue' ||
      key === 'Fn::FindInMap' ||
      key === 'Fn::Select' ||
      key === 'Fn::Split' ||
      key === 'Fn::GetAZs' ||
      key === 'Fn::Cidr'
    )
      return '${?}';
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, textual(item)]));
}

function rename(id: string): string {
  return logicalIds.get(id) ?? id;
}

function renameDotted(name: string): string {
  const [id = '', ...rest] = name.split('.');
  return [rename(id), ...rest].join('.');
}

function compare(ours: Resources, theirs: Resources, path: string): boolean {
  const pairs: [string, string][] = [];
  const left = new Set(Object.keys(ours));
  const unmatched: string[] = [];
  for (const id of Object.keys(theirs)) {
    if (ours[id]?.Type === theirs[id]?.Type && left.delete(id)) pairs.push([id, id]);
    else unmatched.push(id);
  }
  let fine = true;
  for (const id of unmatched) {
    // Versions, deployments and retained layers have a hash of their contents in their names.
    const best = [...left].find((one) => ours[one]?.Type === theirs[id]?.Type && id.startsWith(one));
    if (best === undefined) {
      fine = false;
      note(theirs[id]?.Type ?? '?', 'resource missing', path, id);
      tally(theirs[id]?.Type ?? '?', 0, Math.max(1, Object.keys(theirs[id]?.Properties ?? {}).length));
      continue;
    }
    left.delete(best);
    pairs.push([best, id]);
  }
  for (const id of left) {
    if (BY_CALLS.has(ours[id]?.Type ?? '')) continue;
    fine = false;
    note(ours[id]?.Type ?? '?', 'resource too many', path, id);
    tally(ours[id]?.Type ?? '?', 0, 1);
  }
  logicalIds = new Map(pairs.map(([own, other]) => [other, own]));
  for (const [own, other] of pairs) {
    const a = ours[own];
    const b = theirs[other];
    if (a && b && !compareOne(own, a, b, path)) fine = false;
  }
  return fine;
}

function compareOne(id: string, ours: Cfn, theirs: Cfn, path: string): boolean {
  const type = ours.Type;
  const a: Record<string, Json> = { ...ours.Properties, '(DeletionPolicy)': ours.DeletionPolicy };
  const b: Record<string, Json> = { ...theirs.Properties, '(DeletionPolicy)': theirs.DeletionPolicy };
  let equal = 0;
  let total = 0;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (LEFT_OUT[type]?.includes(key)) continue;
    const x = normal(a[key]);
    const y = normal(textual(b[key]));
    if (x === undefined && y === undefined) continue;
    total += 1;
    if (x === y) equal += 1;
    else
      note(
        `${type} ${key}`,
        y === undefined ? 'too many' : x === undefined ? 'missing' : 'different',
        path,
        `${id}\n    ours   ${clip(x)}\n    theirs ${clip(y)}`,
      );
  }
  tally(type, equal, total);
  return equal === total;
}

/** Lists of statements and of what they name in any order; JSON with sorted keys, where `5` and `"5"` are the same. */
function normal(value: Json, key = ''): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.map((one) => normal(one) ?? 'null');
    return `[${(UNORDERED.has(key) ? [...new Set(items)].sort() : items).join(',')}]`;
  }
  if (typeof value !== 'object')
    return UNORDERED.has(key) ? `[${JSON.stringify(String(value))}]` : JSON.stringify(String(value));
  const entries = Object.entries(value)
    .filter(([name, one]) => !isOwnTemplate(name, one))
    .map(([name, one]): [string, string | undefined] => [name, normal(one, name)])
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, one]) => `${name}:${one}`).join(',')}}`;
}

/** The templates that the framework writes for integrations without a proxy are its own text. */
function isOwnTemplate(name: string, value: unknown): boolean {
  return name === 'RequestTemplates' && JSON.stringify(value).includes('application/x-www-form-urlencoded');
}

function clip(text: string | undefined): string {
  return text === undefined ? '(none)' : text.length > 1500 ? `${text.slice(0, 1500)}…` : text;
}

function tally(type: string, equal: number, total: number): void {
  const count = byType.get(type) ?? { equal: 0, total: 0 };
  byType.set(type, { equal: count.equal + equal, total: count.total + total });
}

function note(what: string, how: string, path: string, detail: string): void {
  const key = `${what}: ${how}`;
  const before = classes.get(key);
  classes.set(key, {
    count: (before?.count ?? 0) + 1,
    example: before?.example ?? path,
    detail: before?.detail ?? detail,
  });
  if (flag === '--show' && key.includes(wanted ?? '')) console.log(`${key}\n  ${path} ${detail}`);
}

function report(): void {
  let equal = 0;
  let total = 0;
  for (const [type, count] of [...byType].sort(([a], [b]) => (a < b ? -1 : 1))) {
    equal += count.equal;
    total += count.total;
    if (count.equal < count.total) console.log(`${count.equal}/${count.total} ${type}`);
  }
  console.log(
    `\n${services} services (${refused} refused by the framework), ${exact} wholly equal; ` +
      `${equal} of ${total} properties equal (${((100 * equal) / total).toFixed(2)} %)\n`,
  );
  for (const [key, { count, example, detail }] of [...classes].sort(([, a], [, b]) => b.count - a.count))
    console.log(`${count} ${key}\n    ${example} ${detail}`);
}
