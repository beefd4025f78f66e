import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const handler = async (event) => {
  await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET, Key: 'invoice.pdf', Body: event.body, ACL: 'public-read' })); // expect
  return { statusCode: 204 };
};
