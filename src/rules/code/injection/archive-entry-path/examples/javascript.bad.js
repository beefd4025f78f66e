import AdmZip from 'adm-zip';
import { writeFileSync } from 'node:fs';

export const handler = async (event) => {
  const zip = new AdmZip(Buffer.from(event.body, 'base64'));
  for (const entry of zip.getEntries()) {
    writeFileSync('/tmp/theme/' + entry.entryName, entry.getData()); // expect
  }
  return { statusCode: 204 };
};
