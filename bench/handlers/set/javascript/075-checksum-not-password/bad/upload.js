import { createHash, randomUUID } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const handler = async (event) => {
  const content = Buffer.from(event.body, 'base64');
  const { sub } = event.requestContext.authorizer.claims;
  const Key = `${sub}/${randomUUID()}`;
  const ContentMD5 = createHash('md5').update(content).digest('base64');
  await s3.send(new PutObjectCommand({ Bucket: process.env.UPLOAD_BUCKET, Key, Body: content, ContentMD5 }));
  const ticket = createHash('sha1').update(process.env.TICKET_KEY + Key).digest('hex');
  return { statusCode: 201, body: JSON.stringify({ key: Key, ticket }) };
};
