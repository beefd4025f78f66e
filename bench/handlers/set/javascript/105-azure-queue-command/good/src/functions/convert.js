const { execFile } = require('node:child_process');
const { promisify } = require('node:util');
const { app } = require('@azure/functions');

const run = promisify(execFile);

app.storageQueue('convert', {
  queueName: 'conversions',
  connection: 'ConversionsStorage',
  handler: async (queueItem, context) => {
    const { document } = queueItem;
    if (!/^[\w-]+\.docx$/.test(document)) throw new RangeError('not a document of ours');
    await run('libreoffice', ['--headless', '--convert-to', 'pdf', '--outdir', '/mnt/out', `/data/${document}`], { timeout: 30_000 });
    context.log('converted');
  },
});
