import { parseArgs } from 'node:util';
import { folderSnapshot } from '#cli/folder';
import { grammarFiles } from '#cli/grammar-files';
import { frameworks } from '#frameworks/catalogue';
import { Cloud } from '#model/cloud';
import { analyse } from '#runtimes/analyse';
import { LANGUAGES } from '#runtimes/handlers';
import { findHandlers } from '#runtimes/handlers/find';
import { CodeReader, programOf } from '#runtimes/modules';
import { DEFAULT_CONFIG } from '#scan/config';
import { SharedReader } from '#scan/reader';
import { loadStacks } from '#scan/stacks';
import { Grammars } from '#syntax/code/grammars';

/** What following one handler takes, over the folders given: processor time, without reading and parsing, and with it. */
interface Measured {
  readonly id: string;
  readonly milliseconds: number;
  readonly steps: number;
  readonly files: number;
  readonly flows: number;
  readonly gaps: number;
}

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) throw new Error('Usage: npx tsx --conditions=source bench/handlers/speed.ts DIR...');
const grammars = new Grammars(grammarFiles);
await grammars.load(['javascript', 'typescript', 'tsx', 'python']);
const measured: Measured[] = [];
let unread = 0;
let broken = 0;
for (const directory of positionals) {
  const snapshot = folderSnapshot(directory);
  const { roots } = await loadStacks(snapshot, { frameworks, config: DEFAULT_CONFIG, scope: 'everything' });
  const cloud = new Cloud(roots.map(({ stack }) => stack));
  const paths = new Set((await snapshot.list()).entries.map(({ path }) => path));
  const reader = new SharedReader(snapshot, paths, []);
  await reader.load(new Set(), async (files) => {
    const { handlers } = await findHandlers(cloud, files, 'everything');
    const code = new CodeReader(files, grammars);
    for (const entry of handlers) {
      const program = await programOf(entry, code);
      const language = LANGUAGES[entry.language];
      if (!program || !language) {
        unread += 1;
        continue;
      }
      const before = process.cpuUsage();
      const { handler, machine, broken: places } = analyse(entry, program, language);
      const { user, system } = process.cpuUsage(before);
      if (places.length > 0) broken += 1;
      measured.push({
        id: handler.id,
        milliseconds: (user + system) / 1000,
        steps: machine.steps,
        files: handler.files.length,
        flows: handler.flows.length,
        gaps: handler.gaps.length,
      });
    }
  });
}
measured.sort((a, b) => a.milliseconds - b.milliseconds);
const at = (share: number): string =>
  (measured[Math.min(measured.length - 1, Math.floor(measured.length * share))]?.milliseconds ?? 0).toFixed(1);
console.log(`${measured.length} handlers, ${unread} not read, ${broken} with places that the parser made nothing of`);
console.log(`processor time, ms: median ${at(0.5)}, 95 % ${at(0.95)}, 99 % ${at(0.99)}, most ${at(1)}`);
console.log(`${measured.reduce((sum, one) => sum + one.flows, 0)} flows`);
for (const one of measured.slice(-5).reverse())
  console.log(`${one.milliseconds.toFixed(1)} ms  ${one.steps} steps  ${one.files} files  ${one.id}`);
