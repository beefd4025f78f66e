import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';

export const handler = async (event) => {
  const folder = mkdtempSync('/tmp/convert-');
  try {
    writeFileSync(`${folder}/input.md`, Buffer.from(event.body, 'base64'));
    const body = execFileSync('/opt/bin/pandoc', [`${folder}/input.md`, '-t', 'plain'], { timeout: 5000 }).toString();
    return { statusCode: 200, body };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
