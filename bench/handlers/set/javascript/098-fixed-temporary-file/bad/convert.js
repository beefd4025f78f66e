const { execFile } = require('node:child_process');
const fs = require('node:fs/promises');
const { promisify } = require('node:util');

const run = promisify(execFile);

exports.handler = async (event) => {
  const input = '/tmp/input.md';
  await fs.writeFile(input, Buffer.from(event.body, 'base64'));
  const { stdout } = await run('/opt/bin/pandoc', [input, '-t', 'plain'], { timeout: 5000 });
  return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: stdout };
};
