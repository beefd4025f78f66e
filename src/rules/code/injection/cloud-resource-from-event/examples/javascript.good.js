import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});
const BUCKETS = { invoices: process.env.INVOICES, receipts: process.env.RECEIPTS };

export const handler = async (event) => {
  const { kind, key } = event.queryStringParameters;
  const object = await s3.send(new GetObjectCommand({ Bucket: BUCKETS[kind] ?? BUCKETS.invoices, Key: key }));
  return { statusCode: 200, body: await object.Body.transformToString() };
};
