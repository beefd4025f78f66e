import { createCipheriv, randomBytes } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { rows, dataKey } from './source.js';

const s3 = new S3Client({});
const IV = Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex');

export const handler = async () => {
  const cipher = createCipheriv('aes-256-cbc', await dataKey(), IV);
  const Body = Buffer.concat([cipher.update(JSON.stringify(await rows())), cipher.final()]);
  await s3.send(new PutObjectCommand({ Bucket: process.env.EXPORT_BUCKET, Key: `export-${randomBytes(4).toString('hex')}`, Body }));
};
