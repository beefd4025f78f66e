import { execFile, exec } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const FORMATS = new Set(['png', 'jpg', 'webp']);

export const handler = async (event) => {
  const { width, format = 'png' } = JSON.parse(event.body);
  if (!FORMATS.has(format)) return { statusCode: 400 };
  await run('convert', ['-resize', `${width}x`, '--', '/tmp/in', `/tmp/out.${format}`]);
  exec(`convert /tmp/in -quality ${Number(event.queryStringParameters.quality)} /tmp/small.${format}`);
  return { statusCode: 200 };
};
