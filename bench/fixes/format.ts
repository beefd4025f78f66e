import { spawnSync } from 'node:child_process';

/**
 * A file of Terraform as `terraform fmt` lays it out; undefined when it cannot be read.
 * @param command the program, `terraform` or `tofu`
 */
export function formatted(command: string, text: string): string | undefined {
  const { status, stdout, error } = spawnSync(command, ['fmt', '-'], { input: text, encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? stdout : undefined;
}
