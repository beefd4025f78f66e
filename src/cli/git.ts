import { spawn } from 'node:child_process';
import { Failure } from '#cli/failure';

/** One run of git. Nothing of the repository is executed: hooks, filters, pagers, external diffs and its own configuration of them are off. */
export async function git(directory: string, args: readonly string[], input?: string): Promise<Buffer> {
  const safe = [
    '-c',
    'core.fsmonitor=false',
    '-c',
    'core.hooksPath=/dev/null',
    '-c',
    'core.quotePath=false',
    '--no-pager',
  ];
  const child = spawn('git', [...safe, ...args], {
    cwd: directory,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, GIT_EXTERNAL_DIFF: '', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', (error) =>
      reject(new Failure(`git could not be started: ${error.message}. Install git and try again.`)),
    );
    child.on('close', resolve);
  });
  if (code !== 0) {
    const reason = Buffer.concat(err).toString('utf8').trim().split('\n')[0] ?? '';
    throw new Failure(`git ${args[0] ?? ''} failed in ${directory}: ${reason}`);
  }
  return Buffer.concat(out);
}
