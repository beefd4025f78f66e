import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { folderSnapshot } from '#cli/folder';
import { configOf, optionsFor } from '#cli/scan-command';
import type { Property } from '#model/property';
import { Text } from '#model/text';
import { scanOf } from '#scan/scan';
import { loadStacks } from '#scan/stacks';
import { linesOf } from '#source/file';
import { causeOf } from './unknowns/causes.js';
import { askedFor } from './unknowns/watch.js';

/*
 * Counts the values that rules ask for and that are not known, by cause.
 * How to run it and what the causes mean: README.md beside this file.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, examples: { type: 'string', default: '3' } },
});
if (positionals.length === 0) throw new Error('Give the folders whose templates are to be read.');

interface Cause {
  readonly framework: string;
  readonly cause: string;
  readonly why: string;
  count: number;
  readonly examples: string[];
}

const today = new Date().toISOString().slice(0, 10);
const asked = new Map<string, { all: number; written: number; open: number; ours: number }>();
const causes = new Map<string, Cause>();
for (const directory of positionals) {
  const snapshot = folderSnapshot(directory);
  const options = optionsFor(await configOf(snapshot), today);
  const { roots, problems } = await loadStacks(snapshot, options);
  const watched = askedFor(() => scanOf(roots, problems, options));
  for (const property of watched.asked) count(property);
}
print();

function count(property: Property): void {
  const { framework } = property.resource.stack;
  const row = asked.get(framework) ?? { all: 0, written: 0, open: 0, ours: 0 };
  asked.set(framework, row);
  row.all += 1;
  if (property.isWritten) row.written += 1;
  const open = new Set(openIn(property));
  if (open.size > 0) row.open += 1;
  if ([...open].some((why) => causeOf(why) === 'ours')) row.ours += 1;
  for (const why of open) note(property, framework, why);
}

/** Why the value, or a part of it, is not known. */
function openIn({ value, scalar }: Property): string[] {
  if (value.kind === 'unknown') return [value.why];
  if (!(scalar instanceof Text)) return [];
  return scalar.parts.flatMap((part) => (typeof part === 'object' && part.kind === 'hole' ? [part.why] : []));
}

function note(property: Property, framework: string, why: string): void {
  const key = JSON.stringify([framework, why]);
  const found = causes.get(key) ?? { framework, cause: causeOf(why), why, count: 0, examples: [] };
  causes.set(key, found);
  found.count += 1;
  if (found.examples.length >= Number(values.examples)) return;
  const { resource, path, location } = property;
  const place = `${location.file.path}:${linesOf(location).start}`;
  found.examples.push(`${place} ${resource.type} ${resource.logicalId} ${path.join('.')}`);
}

function print(): void {
  const told = [...causes.values()].sort((a, b) => b.count - a.count);
  const frameworks = [...asked.keys()].sort();
  const share = (part: number, of: number): string => `${((part / of) * 100).toFixed(2)} %`;
  const lines = [
    '| lens | asked for | written | not or partly known | ours | ours of all | ours of written |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const framework of frameworks) {
    const row = asked.get(framework);
    if (!row) continue;
    const { all, written, open, ours } = row;
    lines.push(`| ${[framework, all, written, open, ours, share(ours, all), share(ours, written)].join(' | ')} |`);
  }
  lines.push('', `| cause | ${frameworks.join(' | ')} |`, `| --- |${' --- |'.repeat(frameworks.length)}`);
  const kinds = [...new Set(told.map(({ cause }) => cause))].sort();
  for (const kind of kinds) {
    const counts = frameworks.map((framework) =>
      told.reduce((sum, one) => sum + (one.cause === kind && one.framework === framework ? one.count : 0), 0),
    );
    lines.push(`| ${[kind, ...counts].join(' | ')} |`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  const report = { asked: Object.fromEntries(asked), causes: told };
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify(report, undefined, 2)}\n`);
}
