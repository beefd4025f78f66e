import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { folderSnapshot } from '#cli/folder';
import { configOf, optionsFor } from '#cli/scan-command';
import { Cloud } from '#model/cloud';
import type { Resource } from '#model/resource';
import { findHandlers } from '#runtimes/handlers/find';
import { languageOfRuntime } from '#runtimes/handlers/module-file';
import { SharedReader } from '#scan/reader';
import { loadStacks } from '#scan/stacks';

/*
 * Counts the functions in JavaScript, TypeScript and Python whose code is found in the repository, and says why the others are not.
 * How to run it and what the causes mean: README.md beside this file.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, list: { type: 'boolean', default: false } },
});
if (positionals.length === 0) throw new Error('Give the folders whose handlers are to be found.');

type Fn = Resource<'AWS::Lambda::Function'>;

/** Why a function's code is not found, from where its template says that it is. */
const CAUSES = [
  'in the template',
  'archive without its source',
  'elsewhere',
  'not known',
  'not in the repository',
] as const;
type Cause = (typeof CAUSES)[number];

interface Row {
  readonly folder: string;
  readonly framework: string;
  functions: number;
  found: number;
  readonly causes: Record<string, number>;
}

const rows: Row[] = [];
const byShape: Record<string, number> = {};
const milliseconds: Record<string, number> = {};

for (const folder of positionals) {
  const snapshot = folderSnapshot(folder);
  const today = new Date().toISOString().slice(0, 10);
  const { roots } = await loadStacks(snapshot, optionsFor(await configOf(snapshot), today));
  const cloud = new Cloud(roots.map(({ stack }) => stack));
  const paths = new Set((await snapshot.list()).entries.map(({ path }) => path));
  const reader = new SharedReader(snapshot, paths, []);
  // Links of the cloud are made when first asked for, and belong to the scan.
  for (const fn of cloud.all('AWS::Lambda::Function')) cloud.entries(fn);
  const start = performance.now();
  const { handlers } = await reader.load(new Set(), (files) => findHandlers(cloud, files, 'everything'));
  milliseconds[folder] = Math.round(performance.now() - start);
  byShape[folder] = handlers.filter(({ confidence }) => confidence === 'low').length;
  const found = new Set(handlers.flatMap(({ functions }) => functions.map(({ id }) => id)));
  for (const fn of cloud.all('AWS::Lambda::Function')) {
    if (fn.generatedBy === fn.logicalId || !isRead(fn)) continue;
    const { framework } = fn.stack;
    const row = rowOf(folder, framework);
    row.functions += 1;
    if (found.has(fn.id)) {
      row.found += 1;
      continue;
    }
    const cause = causeOf(fn);
    row.causes[cause] = (row.causes[cause] ?? 0) + 1;
    if (values.list) console.log(`${cause}: ${fn.id} (${fn.at('Handler')[0]?.string ?? '?'})`);
  }
}

function rowOf(folder: string, framework: string): Row {
  const known = rows.find((one) => one.folder === folder && one.framework === framework);
  if (known) return known;
  const row: Row = { folder, framework, functions: 0, found: 0, causes: {} };
  rows.push(row);
  return row;
}

function isRead(fn: Fn): boolean {
  return fn.at('Runtime').some(({ text }) => text !== undefined && languageOfRuntime(String(text)) !== undefined);
}

function causeOf(fn: Fn): Cause {
  const [code] = fn.read(['Code']);
  if (!code || code.isUnknown || code.isAbsent) return 'not known';
  if (code.text !== undefined)
    return /\.zip$/.test(String(code.text)) ? 'archive without its source' : 'not in the repository';
  return code.at('ZipFile').some((text) => text.isWritten) ? 'in the template' : 'elsewhere';
}

for (const row of rows) {
  const local = row.functions - (row.causes['in the template'] ?? 0) - (row.causes['archive without its source'] ?? 0);
  const share = ((100 * row.found) / Math.max(1, local)).toFixed(1);
  const causes = CAUSES.filter((cause) => row.causes[cause]).map((cause) => `${row.causes[cause]} ${cause}`);
  console.log(
    `${row.folder} ${row.framework}: ${row.found} of ${local} local (${share} %) of ${row.functions}; ${causes.join(', ')}`,
  );
}
for (const folder of positionals) console.log(`${folder}: ${byShape[folder]} by shape, ${milliseconds[folder]} ms`);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify({ rows, byShape, milliseconds }, undefined, 2)}\n`);
