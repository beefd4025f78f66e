import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';

interface Ended {
  readonly code: number | string | null | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

function demo(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const main = fileURLToPath(new URL('../../demo/main.ts', import.meta.url));
  return new Promise((resolve) => {
    const all = ['--import', 'tsx', '--conditions=source', main, ...args];
    const options = { env: { PATH: process.env.PATH, ...env }, timeout: 80_000 };
    execFile(process.execPath, all, options, (error, stdout, stderr) => {
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
