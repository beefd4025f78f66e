import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { table } from '../measure.js';
import { analysed } from './analysis.js';
import { textsOf } from './corpora.js';
import { doubtsIn } from './score.js';

/*
 * Counts why something is left open of what functions need, over the applications of checkouts.
 * How to run it: README.md in the folder above.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, examples: { type: 'string', default: '2' } },
});
if (positionals.length === 0) throw new Error('Give checkouts whose folders are applications.');

const found = new Map<string, string[]>();
let functions = 0;
let whole = 0;
let part = 0;
for (const corpus of positionals) {
  for (const entry of readdirSync(corpus, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const { reports } = await analysed(textsOf(join(corpus, entry.name)));
    for (const report of reports) {
      const doubts = doubtsIn(report);
      functions += 1;
      if (doubts.some(({ service }) => service === undefined)) whole += 1;
      else if (doubts.length > 0) part += 1;
      const reasons = new Set(doubts.map(({ kind, why, service }) => `${kind} | ${service ?? '*'} | ${plain(why)}`));
      for (const reason of reasons) {
        const places = found.get(reason) ?? [];
        found.set(reason, [...places, `${entry.name}#${report.function}`]);
      }
    }
  }
}
const rows = [...found].sort(([, a], [, b]) => b.length - a.length);
if (values.json !== undefined)
  writeFileSync(values.json, `${JSON.stringify(Object.fromEntries(rows), undefined, 2)}\n`);
const share = (count: number): string => `${((100 * count) / Math.max(1, functions)).toFixed(1)} %`;
process.stdout.write(
  `${functions} functions; of ${whole} (${share(whole)}) something of any service is left open, of ${part} (${share(part)}) of some services.\n\n`,
);
process.stdout.write(
  table(
    ['functions', 'kind', 'service', 'why', 'for example'],
    rows.map(([reason, places]) => [
      String(places.length),
      ...reason.split(' | '),
      places.slice(0, Number(values.examples)).join(', '),
    ]),
  ),
);

/** A reason without the names of one application. */
function plain(why: string): string {
  return why
    .replace(/^the code of \S+ was/, 'the code of a function was')
    .replace(/^what the layer \S+ holds/, 'what a layer holds');
}
