import AdmZip from 'adm-zip';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

export const handler = async (event) => {
  const zip = new AdmZip(Buffer.from(event.body, 'base64'));
  for (const entry of zip.getEntries()) {
    writeFileSync(path.join('/tmp/theme', path.basename(entry.entryName)), entry.getData());
  }
  return { statusCode: 204 };
};
