import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

async function store({ bucket, object }, folder) {
  const key = decodeURIComponent(object.key.replaceAll('+', ' '));
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket.name, Key: key }));
  const target = `${folder}/${path.posix.basename(key)}`;
  await pipeline(Body, createWriteStream(target));
}

export const handler = async ({ Records }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'scan-'));
  try {
    for (const { s3: source } of Records) await store(source, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
