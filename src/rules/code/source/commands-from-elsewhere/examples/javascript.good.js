import { execFileSync, spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';

export const handler = async () => {
  // Not so: client.pipe(shell.stdin)
  execFileSync('/usr/bin/curl', ['-fsSL', '-o', '/tmp/rates.json', 'https://rates.shop.example/v1']);
  const sorted = spawn('/usr/bin/sort', ['-u']);
  createReadStream('/tmp/rates.json').pipe(sorted.stdin);
  return { statusCode: 204 };
};
