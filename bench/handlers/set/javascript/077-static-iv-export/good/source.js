import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { readFile } from 'node:fs/promises';

const kms = new KMSClient({});

export async function dataKey() {
  const CiphertextBlob = await readFile(new URL('./key.sealed', import.meta.url));
  const { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob }));
  return Plaintext;
}

export const rows = async () => JSON.parse(await readFile(new URL('./rows.json', import.meta.url), 'utf8'));
