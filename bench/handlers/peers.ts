import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/*
 * Leastwise, Semgrep and Bandit on the same folders in one run, as whole processes. How to run it: README.md in the folder above.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    semgrep: { type: 'string' },
    bandit: { type: 'string' },
    runs: { type: 'string', default: '3' },
  },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
const rules = fileURLToPath(new URL('semgrep.yaml', import.meta.url));
const folders = positionals.length > 0 ? positionals : [fileURLToPath(new URL('set', import.meta.url))];

interface Tool {
  readonly name: string;
  readonly command: (folder: string) => readonly string[];
}

const tools: readonly Tool[] = [
  {
    name: 'Leastwise',
    command: (folder) => ['node', join(root, 'dist/cli/main.js'), 'scan', '--format', 'json', folder],
  },
  ...(values.semgrep
    ? [
        {
          name: `Semgrep, ${readFileSync(rules, 'utf8').split('- id:').length - 1} rules`,
          command: (folder: string) => [
            ...[values.semgrep ?? '', 'scan', '--config', rules, '--metrics', 'off', '--disable-version-check'],
            ...['--no-git-ignore', '--json', '--quiet', folder],
          ],
        },
      ]
    : []),
  ...(values.bandit
    ? [
        {
          name: 'Bandit (Python alone)',
          command: (folder: string) => [values.bandit ?? '', '-q', '-r', '-f', 'json', folder],
        },
      ]
    : []),
];

const times = join(tmpdir(), `handlers-peers-${process.pid}`);
console.log('| folder | tool | CPU, s | wall, s | memory, MB |\n|---|---|---|---|---|');
for (const folder of folders) {
  const measured = new Map<string, number[][]>();
  for (let run = 0; run < Number(values.runs); run++) {
    for (const { name, command } of tools) {
      const [program = '', ...args] = command(folder);
      const done = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', '-o', times, program, ...args], {
        maxBuffer: 1 << 30,
      });
      if (done.error) throw done.error;
      // All three end with 1 where they found something, and print it.
      if ((done.status ?? 2) > 1 || (done.status === 1 && done.stdout.length === 0))
        throw new Error(`${name} could not run: ${done.stderr.toString().slice(0, 500)}`);
      const figures = readFileSync(times, 'utf8').trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
      const [user = 0, system = 0, wall = 0, memory = 0] = figures;
      measured.set(name, [...(measured.get(name) ?? []), [user + system, wall, memory / 1024]]);
    }
  }
  for (const [name, runs] of measured) {
    const median = (at: number): string => {
      const sorted = runs.map((run) => run[at] ?? 0).sort((a, b) => a - b);
      return (sorted[sorted.length >> 1] ?? 0).toFixed(1);
    };
    console.log(`| ${folder.split('/').slice(-2).join('/')} | ${name} | ${median(0)} | ${median(1)} | ${median(2)} |`);
  }
}
rmSync(times, { force: true });
