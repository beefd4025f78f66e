import { readFileSync } from 'node:fs';
import { dataOf, entriesOf, get } from '#frameworks/cloudformation/nodes';
import { lowerResources } from '#frameworks/sam/lower';
import { SourceFile } from '#source/file';
import { problemAt } from '#source/problem';
import type { DataNode } from '#syntax/document';
import { parseDocument } from '#syntax/parse';

/*
 * Compares our lowering of SAM templates with that of AWS's translator (tools/oracle/sam.py), resource by resource and
 * property by property. Development only: npx tsx --conditions=source tools/oracle/sam.ts /tmp/oracle.jsonl [--show CLASS]
 */

type Json = unknown;
interface Cfn {
  readonly Type: string;
  readonly Condition?: string;
  readonly DeletionPolicy?: Json;
  readonly Properties?: Record<string, Json>;
}
type Resources = Record<string, Cfn>;

const [input, flag, wanted] = process.argv.slice(2);
if (!input) throw new Error('Give the file that tools/oracle/sam.py wrote.');

/** What we leave different on purpose. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  // Theirs are hashes of contents; ours stay the same from commit to commit.
  'AWS::ApiGateway::Deployment': ['Description'],
};

const byType = new Map<string, { equal: number; total: number }>();
const classes = new Map<string, { count: number; example: string; detail: string }>();
/** Defaults of the template's parameters: theirs are filled in at some places, ours where values are evaluated. */
let defaults = new Map<string, Json>();
let templates = 0;
let exact = 0;

for (const line of readFileSync(input, 'utf8').split('\n')) {
  if (line === '') continue;
  const { path, output } = JSON.parse(line) as { path: string; output?: { Resources: Resources } };
  if (!output) continue;
  templates += 1;
  const ours = lower(path);
  if (!ours) {
    note('(template)', 'unreadable', path, '');
    continue;
  }
  if (compare(ours, output.Resources, path)) exact += 1;
}
report();

function lower(path: string): Resources | undefined {
  const file = new SourceFile(path, readFileSync(path, 'utf8'));
  const { root } = parseDocument(file);
  if (root?.kind !== 'map') return undefined;
  const parameters = new Map<string, DataNode>();
  const section = get(root, 'Parameters');
  if (section?.kind === 'map')
    for (const entry of section.entries) {
      const value = get(entry.value, 'Default');
      if (value) parameters.set(entry.key, value);
    }
  defaults = new Map([...parameters].map(([name, value]) => [name, dataOf(value)]));
  const scope = lowerResources({
    resources: entriesOf(get(root, 'Resources')).flatMap(({ key, keySpan, value }) =>
      value.kind === 'map' ? [{ id: key, node: value, at: keySpan, extent: keySpan }] : [],
    ),
    globals: get(root, 'Globals'),
    parameters,
    problem: (at, message) => problemAt('partial', file, at, message),
  });
  const resources: Record<string, Json> = {};
  for (const one of scope.lowered.values()) {
    const attributes = one.attributes.map((entry) => [entry.key, dataOf(entry.value)]);
    resources[one.id] = { Type: one.type, ...Object.fromEntries(attributes), Properties: dataOf(one.properties) };
  }
  let text = JSON.stringify(resources);
  for (const [name, target] of scope.names)
    text = text
      .replaceAll(`"Ref":"${name}"`, `"Ref":"${target}"`)
      .replaceAll(`\${${name}}`, `\${${target}}`)
      .replaceAll(`["${name.replace('.', '","')}.`, `["${target}","`);
  return JSON.parse(text) as Resources;
}

/** Pairs resources by logical ID, the rest by type in the order that fits best, and counts their properties. */
function compare(ours: Resources, theirs: Resources, path: string): boolean {
  const pairs: [string, string][] = [];
  const left = new Set(Object.keys(ours));
  const unmatched: string[] = [];
  for (const id of Object.keys(theirs)) {
    if (left.delete(id) && ours[id]?.Type === theirs[id]?.Type) pairs.push([id, id]);
    else unmatched.push(id);
  }
  for (const id of unmatched) {
    const same = [...left].filter((one) => ours[one]?.Type === theirs[id]?.Type);
    const best = same.find((one) => id.startsWith(one)) ?? same[0];
    if (best === undefined) {
      note(theirs[id]?.Type ?? '?', 'resource missing', path, id);
      tally(theirs[id]?.Type ?? '?', 0, Object.keys(theirs[id]?.Properties ?? {}).length);
      continue;
    }
    left.delete(best);
    pairs.push([best, id]);
  }
  let fine = true;
  for (const id of left) {
    if (ours[id]?.Type.startsWith('AWS::Serverless::')) continue;
    fine = false;
    note(ours[id]?.Type ?? '?', 'resource too many', path, id);
    tally(ours[id]?.Type ?? '?', 0, 1);
  }
  let text = JSON.stringify(theirs);
  for (const [own, other] of pairs) if (own !== other) text = text.replaceAll(other, own);
  const renamed = JSON.parse(text) as Resources;
  for (const [id] of pairs) {
    const a = ours[id];
    const b = renamed[id];
    if (a && b && !compareOne(id, a, b, path)) fine = false;
  }
  return fine && unmatched.length >= 0;
}

function compareOne(id: string, ours: Cfn, theirs: Cfn, path: string): boolean {
  const type = ours.Type;
  const a: Record<string, Json> = { ...flat(ours) };
  const b: Record<string, Json> = { ...flat(theirs) };
  let equal = 0;
  let total = 0;
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (LEFT_OUT[type]?.includes(key) || ignorable(key, a[key], b[key])) continue;
    total += 1;
    const x = normal(a[key]);
    const y = normal(b[key]);
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

function flat(resource: Cfn): Record<string, Json> {
  const properties = { ...resource.Properties };
  if (resource.Type === 'AWS::StepFunctions::StateMachine' && properties.DefinitionString) {
    const join = (properties.DefinitionString as { 'Fn::Join'?: [string, string[]] })['Fn::Join'];
    if (join) {
      properties.Definition = JSON.parse(join[1].join('\n'));
      delete properties.DefinitionString;
    }
  }
  return { ...properties, '(Condition)': resource.Condition, '(DeletionPolicy)': resource.DeletionPolicy };
}

/** Both absent, or an address of code that only one side has packaged. */
function ignorable(_key: string, ours: Json, theirs: Json): boolean {
  if (ours === undefined && theirs === undefined) return true;
  const packaged = JSON.stringify(theirs) ?? '';
  return (
    packaged.includes('"leastwise"') || packaged.includes('leastwise/local') || packaged.includes('leastwise.example')
  );
}

/** JSON with sorted keys, where `5` and `"5"`, `true` and `"true"`, and absent and empty are the same. */
function normal(value: Json): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return `[${value.map((one) => normal(one) ?? 'null').join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(filled(String(value)));
  const { Ref } = value as { Ref?: string };
  if (Ref === 'AWS::Region') return '"us-east-1"';
  if (Ref !== undefined && defaults.has(Ref)) return normal(defaults.get(Ref));
  const entries = Object.entries(value)
    // One statement and a list of it mean the same.
    .map(([key, one]): [string, Json] => [key, key === 'Statement' && !Array.isArray(one) ? [one] : one])
    .map(([key, one]): [string, string | undefined] => [key, normal(one)])
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${key}:${one}`).join(',')}}`;
}

function filled(text: string): string {
  return text.replace(/\$\{([A-Za-z0-9]+)\}/g, (all, name: string) => {
    const value = defaults.get(name);
    return typeof value === 'object' || value === undefined
      ? name === 'AWS::Region'
        ? 'us-east-1'
        : all
      : String(value);
  });
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
    `\n${templates} templates, ${exact} wholly equal; ${equal} of ${total} properties equal (${((100 * equal) / total).toFixed(2)} %)\n`,
  );
  for (const [key, { count, example, detail }] of [...classes].sort(([, a], [, b]) => b.count - a.count))
    console.log(`${count} ${key}\n    ${example} ${detail}`);
}
