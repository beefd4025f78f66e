import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of its own for one test, gone with `dispose`. */
export interface Scratch {
  readonly path: string;
  write(files: Readonly<Record<string, string | Buffer>>): void;
  copy(from: string): void;
  git(...args: readonly string[]): string;
  commit(message: string): void;
  dispose(): void;
}

export function scratch(): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'leastwise-cli-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...args], {
      cwd: path,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    path,
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
    copy: (from) => cpSync(from, path, { recursive: true }),
    git,
    commit(message) {
      git('add', '-A');
      git('commit', '-q', '--allow-empty', '-m', message);
    },
    dispose: () => rmSync(path, { recursive: true, force: true }),
  };
}

export const shop = new URL('../../demo/shop/', import.meta.url).pathname;
