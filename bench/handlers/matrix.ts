import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from './matrix/generate.js';

/*
 * Writes the cases of a seed as folders, to be looked at or scanned by other programs.
 * How to run it: README.md in the folder above.
 */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    out: { type: 'string' },
  },
});
if (values.out === undefined) throw new Error('Say with --out where to write the cases.');

const cases = generate({ seed: Number(values.seed), count: Number(values.count) });
for (const { id, files } of cases) {
  for (const [path, text] of Object.entries(files)) {
    const target = join(values.out, id, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}
const labels = cases.map(({ files: _, ...rest }) => rest);
writeFileSync(join(values.out, 'labels.json'), `${JSON.stringify(labels, undefined, 2)}\n`);
process.stdout.write(
  `${cases.length} cases, ${cases.filter(({ expected }) => expected !== undefined).length} with a defect\n`,
);
