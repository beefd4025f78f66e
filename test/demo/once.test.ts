import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

const MAIN = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
const FROM_SOURCE = ['--import', 'tsx', '--conditions=source', MAIN];

function demo(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { env: { PATH: process.env.PATH, ...env }, timeout: 80_000 };
    execFile(process.execPath, [...FROM_SOURCE, ...args], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : error.code, stdout, stderr });
    });
  });
}

it('prints the review of the shop and ends', async () => {
  const { code, stdout, stderr } = await demo(['--once']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatch(/✓ Webhook +pull_request\.opened, signed, answered with 202/);
  expect(stdout).toMatch(/✕ Leastwise: .* introduced/);
  expect(stdout).toMatch(/^template\.yaml:\d+\n {2}High: Function URL without authentication$/m);
  expect(stdout).toMatch(/^ {2}- +AuthType: NONE\n {2}\+ +AuthType: AWS_IAM$/m);
  // A pipe is no terminal, and what is hidden on GitHub is hidden here.
  expect(stdout).not.toContain('\u001b');
  expect(stdout).not.toMatch(/<!--|leastwise:1|Qm7vT2xLr9bW4n/);
}, 90_000);

it('says what is wrong with how it was started', async () => {
  const port = await demo(['--once'], { PORT: 'none' });
  expect(port).toMatchObject({ code: 1, stderr: 'PORT must be a number from 0 to 65535, not "none".\n' });
  const argument = await demo(['--twice']);
  expect(argument).toMatchObject({ code: 1, stdout: '' });
  expect(argument.stderr).toContain('Unknown argument --twice');
}, 60_000);

it('stops at Ctrl-C, whatever it is doing, and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'demo-test-'));
  const child = spawn(process.execPath, FROM_SOURCE, {
    env: { PATH: process.env.PATH, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const code = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    // The review is under way.
    if (said.includes('reading the files')) child.kill('SIGINT');
  }
  expect(await code).toBe(0);
  expect(readdirSync(folder).filter((name) => name.startsWith('leastwise'))).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
