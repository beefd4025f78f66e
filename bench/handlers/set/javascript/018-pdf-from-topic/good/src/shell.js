import { exec } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(exec);

export async function shell(words) {
  const { stdout } = await execute(words.join(' '), { timeout: 8000, cwd: '/tmp' });
  return stdout;
}
