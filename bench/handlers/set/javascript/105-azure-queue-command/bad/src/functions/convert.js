const { exec } = require('node:child_process');
const { promisify } = require('node:util');
const { app } = require('@azure/functions');

const run = promisify(exec);

app.storageQueue('convert', {
  queueName: 'conversions',
  connection: 'ConversionsStorage',
  handler: async (queueItem, context) => {
    const { document } = queueItem;
    await run(`libreoffice --headless --convert-to pdf --outdir /mnt/out ${document}`, { timeout: 30_000 });
    context.log('converted');
  },
});
