// Holds src/syntax against real templates: `npx tsx --conditions=source tools/check-syntax.ts DIR…` reads every YAML and
// JSON file below the folders that speaks of AWS resources, and tries edits at random places of each; of .tf files, edits of
// every kind at every place (a share of them with SHARE=percent), held against `terraform fmt`. Exits 1 on a failure.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits, type Edit } from '#source/edit';
import { SourceFile } from '#source/file';
import { contains } from '#source/span';
import type { DataNode, Datum, Document, Operation, Path } from '#syntax/document';
import { Tagged } from '#syntax/document';
import { isAsWanted } from '#syntax/draft';
import { planEdits } from '#syntax/edit';
import { parseDocument } from '#syntax/parse';
import { checkFormatted, checkHclFile, unformatted } from './check-hcl.js';

const counts = new Map<string, number>();
const failures: string[] = [];

function count(name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function fail(name: string, what: string): void {
  count(`FAILED ${name}`);
  if (failures.length < 60) failures.push(`${name}: ${what}`);
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') yield* filesBelow(path);
    else if (entry.isFile() && /\.(ya?ml|json|template|tf)$/i.test(entry.name)) yield path;
  }
}

/** A generator of numbers below a bound, the same for the same seed (mulberry32). */
function random(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

function* pathsOf(node: DataNode, path: Path = []): Generator<{ path: Path; node: DataNode }> {
  if (path.length > 0) yield { path, node };
  if (node.kind === 'map') for (const entry of node.entries) yield* pathsOf(entry.value, [...path, entry.key]);
  else if (node.kind === 'list') for (const [i, item] of node.items.entries()) yield* pathsOf(item, [...path, i]);
}

const SCALARS: readonly Datum[] = ['plain', 'a: b # c', '2012-10-17', '*', '', true, 12, null, 'two\nlines\n', 'yes'];

function valuesFor(document: Document, next: (bound: number) => number): Datum {
  const scalar = SCALARS[next(SCALARS.length)] ?? null;
  const kind = next(5);
  if (kind === 0) return { New: scalar, List: ['x', { k: 1 }] };
  if (kind === 1) return [scalar, { Effect: 'Deny', Action: ['*'] }];
  if (kind === 2 && document.format === 'yaml') return new Tagged('!Sub', 'arn:${A}:*');
  return scalar;
}

function check(file: SourceFile, document: Document, operation: Operation, kind: string): void {
  const { root } = document;
  if (root === undefined) return;
  count(`edits: ${kind}`);
  const plan = planEdits(file, document.format, root, [operation]);
  if (plan === undefined) {
    count(`declined: ${kind}`);
    return;
  }
  const edits = document.edit([operation]);
  if (edits === undefined) {
    count(`planned, then found wrong and declined: ${kind}`);
    return;
  }
  const after = applyEdits(file, edits);
  const result = parseDocument(after);
  const where = `${file.path} ${JSON.stringify(operation)}`;
  if (result.problems.length > document.problems.length)
    fail(`${kind}: new problem`, `${where}: ${result.problems.at(-1)?.message}`);
  else if (!isAsWanted(result.root, plan.wanted)) fail(`${kind}: not as wanted`, where);
  else if (
    file.eol === '\r\n' &&
    !file.text.replaceAll('\r\n', '').includes('\n') &&
    after.text.replaceAll('\r\n', '').includes('\n')
  )
    fail(`${kind}: line breaks`, where);
  else commentsKept(edits, file, kind, where);
}

function commentsKept(edits: readonly Edit[], file: SourceFile, kind: string, where: string): void {
  if (kind !== 'insert' && kind !== 'append') return;
  for (const edit of edits)
    if (/\S/.test(file.slice(edit.span).replaceAll(/[{}[\]]/g, ''))) fail(`${kind}: took text away`, where);
}

function checkSpans(file: SourceFile, node: DataNode, holder: DataNode | undefined): void {
  const text = file.slice(node.span);
  if (node.kind === 'scalar' && text !== node.source) fail('span', `${file.path} ${JSON.stringify(node.source)}`);
  if (
    node.kind === 'scalar' &&
    typeof node.value === 'string' &&
    /^\w+$/.test(node.value) &&
    !text.includes(node.value) &&
    !/[\n\\]/.test(text)
  )
    fail('span', `${file.path}: ${node.value} is not ${text}`);
  if (holder && node.shared !== true && !contains(holder.span, node.span))
    fail('span outside', `${file.path} ${text.slice(0, 40)}`);
  if (node.kind === 'map') {
    for (const entry of node.entries) {
      count('entries');
      checkSpans(file, entry.value, node);
    }
  } else if (node.kind === 'list') for (const item of node.items) checkSpans(file, item, node);
}

function checkFile(path: string, seed: number): void {
  if (statSync(path).size > 3_000_000) {
    count('over 3 MB');
    return;
  }
  const text = readFileSync(path, 'utf8');
  if (!text.includes('AWS::')) return;
  const file = new SourceFile(path, text);
  count('files');
  const document = parseDocument(file);
  count(`format ${document.format}`);
  if (document.problems.length > 0) {
    count('files with problems');
    const [first] = document.problems;
    if (process.env.VERBOSE) console.log(`${path}:${first?.line}: ${first?.message}`);
  }
  if (document.root === undefined) return;
  checkSpans(file, document.root, undefined);
  const clean = document.edit([]) !== undefined;
  if (!clean || text.length > 300_000) {
    count(clean ? 'not edited: large' : 'not edited: syntax errors');
    return;
  }
  const next = random(seed);
  const all = [...pathsOf(document.root)];
  for (let i = 0; i < 20; i += 1) {
    const { path: at, node } = all[next(all.length)] ?? { path: [], node: document.root };
    if (node.shared === true) continue;
    check(file, document, { op: 'set', path: at, value: valuesFor(document, next) }, 'set');
    check(file, document, { op: 'remove', path: at }, 'remove');
    if (node.kind === 'map')
      check(file, document, { op: 'set', path: [...at, 'Zz New', 'Deep'], value: valuesFor(document, next) }, 'insert');
    if (node.kind === 'list')
      check(file, document, { op: 'append', path: at, value: valuesFor(document, next) }, 'append');
  }
}

async function checkHcl(files: readonly SourceFile[]): Promise<void> {
  const changed = unformatted(files.map((file) => file.text));
  const share = Number(process.env.SHARE ?? 100);
  const outcomes = [];
  for (const [i, file] of files.entries()) {
    try {
      outcomes.push(...(await checkHclFile(file, !changed.has(i), random(i + 1), share, { count, fail })));
    } catch (error) {
      fail('exception', `${file.path}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  checkFormatted(outcomes, { count, fail });
}

let seed = 1;
const terraform: SourceFile[] = [];
for (const folder of process.argv.slice(2)) {
  for (const path of filesBelow(folder)) {
    try {
      if (path.endsWith('.tf')) terraform.push(new SourceFile(path, readFileSync(path, 'utf8')));
      else checkFile(path, seed++);
    } catch (error) {
      fail('exception', `${path}: ${error instanceof Error ? error.stack : error}`);
    }
  }
}
await checkHcl(terraform);
for (const [name, number] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
  console.log(`${String(number).padStart(9)}  ${name}`);
for (const failure of failures) console.log(failure);
process.exitCode = failures.length > 0 ? 1 : 0;
