const { execFile } = require('node:child_process');
const fs = require('node:fs/promises');
const os = require('node:os');
const path = require('node:path');
const { promisify } = require('node:util');

const run = promisify(execFile);

exports.handler = async (event) => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'convert-'));
  try {
    const input = path.join(folder, 'input.md');
    await fs.writeFile(input, Buffer.from(event.body, 'base64'), { mode: 0o600 });
    const { stdout } = await run('/opt/bin/pandoc', [input, '-t', 'plain'], { timeout: 5000 });
    return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: stdout };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
};
