import { parseArgs } from 'node:util';
import { grammarFiles } from '#cli/grammar-files';
import { optionsFor } from '#cli/scan-command';
import { DEFAULT_CONFIG } from '#scan/config';
import { scan } from '#scan/scan';
import { linesOf, SourceFile } from '#source/file';
import { languageOf, readCode } from '#syntax/code/code';
import { Grammars } from '#syntax/code/grammars';
import { snapshotOf } from '#test/source/memory';
import { table } from '../measure.js';
import { Random } from '../random.js';
import type { Application } from './application.js';
import { type Break, breaks } from './breaks.js';
import { classesOf, isAboutCode } from './classes.js';
import { labelledApplications } from './set.js';

/*
 * Breaks labelled handlers, as an edit half-way leaves them, and says how many of the defects are still found, whether the place that
 * was not read is told, and what is wrongly said of the safe twins. How to run it: README.md in the folder above.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    files: { type: 'string', default: '30' },
    each: { type: 'string', default: '2' },
    list: { type: 'boolean', default: false },
  },
});
const options = optionsFor(DEFAULT_CONFIG, '2026-01-01');
const grammars = new Grammars(grammarFiles);
await grammars.load(['javascript', 'typescript', 'tsx', 'python']);
const random = new Random(Number(values.seed));
const each = Number(values.each);

interface Row {
  broken: number;
  found: number;
  told: number;
  twins: number;
  silent: number;
}

const rows = new Map<string, Row>();
const lines: string[] = [];
const applications = labelledApplications();
const unsafe: Application[] = [];
for (const one of random.shuffled(applications.filter(({ expected }) => expected !== undefined))) {
  if (unsafe.length >= Number(values.files)) break;
  if (await isFound(one)) unsafe.push(one);
}
for (const application of unsafe) {
  const { expected, id } = application;
  if (!expected) continue;
  const twin = applications.find((one) => one.id === id.replace(/bad$/, 'good'));
  for (const kind of breaks(expected.file))
    for (let time = 0; time < each; time++) {
      await broken(application, kind, time);
      if (twin?.files[expected.file] !== undefined) await broken({ ...twin, expected }, kind, time, true);
    }
}

process.stdout.write(
  `${table(
    ['language', 'break', 'broken', 'found', 'share', 'told', 'safe twins', 'silent'],
    [...rows]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, { broken: all, found, told, twins, silent }]) => [
        ...key.split(': '),
        String(all),
        String(found),
        all === 0 ? '' : `${((100 * found) / all).toFixed(0)} %`,
        String(told),
        String(twins),
        String(silent),
      ]),
  )}\n`,
);
const all = [...rows.values()];
const sum = (of: (row: Row) => number): number => all.reduce((total, row) => total + of(row), 0);
process.stdout.write(
  `\nFound ${sum((row) => row.found)} of ${sum((row) => row.broken)} (${((100 * sum((row) => row.found)) / sum((row) => row.broken)).toFixed(1)} %), the place told of ${sum((row) => row.told)}; silent on ${sum((row) => row.silent)} of ${sum((row) => row.twins)} safe twins.\n`,
);
if (values.list) process.stdout.write(`\n${lines.join('\n')}\n`);

async function isFound({ files, expected }: Application): Promise<boolean> {
  const { findings } = await scan(snapshotOf(files), options);
  return findings.some(
    ({ rule, at }) =>
      expected?.rules.some((one) => classesOf(rule.id).includes(one)) &&
      at.file.path === expected.file &&
      expected.lines.includes(linesOf(at).start),
  );
}

async function broken(application: Application, kind: Break, time: number, isTwin = false): Promise<void> {
  const { expected, id } = application;
  if (!expected) return;
  const path = expected.file;
  const before = application.files[path] ?? '';
  const at = new Random(Number(values.seed) * 1_000 + time);
  // What is broken is not what is looked for: that line is gone, as the author may want it.
  const after = kind.apply(before, at, new Set(isTwin ? [] : expected.lines));
  if (!after || (readCode(new SourceFile(path, after.text), grammars)?.broken.length ?? 1) === 0) return;
  const { findings, gaps } = await scan(snapshotOf({ ...application.files, [path]: after.text }), options);
  const reports = findings.filter(({ rule }) => isAboutCode(rule.id));
  const key = `${languageOf(path) ?? ''}: ${kind.name}`;
  const row = rows.get(key) ?? { broken: 0, found: 0, told: 0, twins: 0, silent: 0 };
  rows.set(key, row);
  if (isTwin) {
    row.twins++;
    if (reports.length === 0) row.silent++;
    for (const { rule, at: place } of reports)
      lines.push(`${id} ${kind.name} ${time}: ${rule.id} at line ${linesOf(place).start}, broken at ${after.line}`);
    return;
  }
  row.broken++;
  const isThere = reports.some(
    ({ rule, at: place }) =>
      expected.rules.some((one) => classesOf(rule.id).includes(one)) &&
      place.file.path === path &&
      expected.lines.some((line) => after.moved(line) === linesOf(place).start),
  );
  if (isThere) row.found++;
  else lines.push(`${id} ${kind.name} ${time}: missed, broken at ${after.line}`);
  if (gaps.some(({ at: place }) => place.file.path === path && / could not be read/.test(gapText(gaps, path))))
    row.told++;
}

function gapText(
  gaps: readonly { readonly at: { readonly file: SourceFile }; readonly message: string }[],
  path: string,
): string {
  return gaps.flatMap(({ at, message }) => (at.file.path === path ? [message] : [])).join('\n');
}
