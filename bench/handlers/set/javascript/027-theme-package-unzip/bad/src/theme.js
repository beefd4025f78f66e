const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const AdmZip = require('adm-zip');
const { S3Client, GetObjectCommand } = require('@aws-sdk/client-s3');

const s3 = new S3Client({});

exports.handler = async (event) => {
  const [{ s3: source }] = event.Records;
  const object = await s3.send(
    new GetObjectCommand({ Bucket: source.bucket.name, Key: decodeURIComponent(source.object.key.replace(/\+/g, ' ')) }),
  );
  const zip = new AdmZip(Buffer.from(await object.Body.transformToByteArray()));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'theme-'));
  try {
    for (const entry of zip.getEntries()) {
      if (entry.isDirectory) continue;
      const target = path.join(folder, entry.entryName);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, entry.getData());
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
};
