import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const s3 = new S3Client({});

export const handler = async () => {
  const command = new GetObjectCommand({ Bucket: process.env.BUCKET, Key: 'invoice.pdf' });
  const url = await getSignedUrl(s3, command, { expiresIn: 7 * 24 * 3600 }); // expect
  return { statusCode: 200, body: url };
};
