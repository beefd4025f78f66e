import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

export const handler = async (event) => {
  writeFileSync('/tmp/input.md', Buffer.from(event.body, 'base64')); // expect
  const body = execFileSync('/opt/bin/pandoc', ['/tmp/input.md', '-t', 'plain'], { timeout: 5000 }).toString();
  return { statusCode: 200, body };
};
