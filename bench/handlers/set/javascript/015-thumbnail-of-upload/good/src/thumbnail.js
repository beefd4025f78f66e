const { execFile } = require('node:child_process');
const { promisify } = require('node:util');

const run = promisify(execFile);

exports.handler = async (event) => {
  for (const record of event.Records) {
    const key = decodeURIComponent(record.s3.object.key.replace(/\+/g, ' '));
    const input = `s3://${record.s3.bucket.name}/${key}`;
    await run('/opt/bin/ffmpeg', ['-y', '-i', input, '-frames:v', '1', '-f', 'null', '-'], { timeout: 10_000 });
  }
};
