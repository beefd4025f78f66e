import { spawn } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a program took. */
export interface Run {
  readonly wallSeconds: number;
  /** User and system time of the process and its children. */
  readonly cpuSeconds: number;
  /** Of the largest process. */
  readonly megabytes: number;
  /** Whether it was stopped at the limit. */
  readonly stopped: boolean;
  readonly stdout: string;
  /** The machine's load when it started. */
  readonly load: number;
}

/**
 * Runs a program under GNU time, which also counts its children, to its end or to a limit.
 */
export async function run(command: readonly string[], cwd: string, limitSeconds: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'leastwise-measure-'));
  const [figures, out] = [join(folder, 'time'), join(folder, 'out')];
  const load = loadavg()[0] ?? 0;
  try {
    const child = spawn(
      '/usr/bin/time',
      ['-q', '-f', '%e %U %S %M', '-o', figures, 'timeout', String(limitSeconds), ...command],
      {
        cwd,
        stdio: ['ignore', openSync(out, 'w'), 'ignore'],
      },
    );
    const code = await new Promise<number>((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (status, signal) =>
        status === null ? reject(new Error(`${command[0]} was ended by ${signal}.`)) : resolve(status),
      );
    });
    const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(figures, 'utf8').trim().split(' ').map(Number);
    return {
      wallSeconds: wall,
      cpuSeconds: user + system,
      megabytes: kilobytes / 1024,
      // What timeout(1) exits with.
      stopped: code === 124,
      stdout: readFileSync(out, 'utf8'),
      load,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
