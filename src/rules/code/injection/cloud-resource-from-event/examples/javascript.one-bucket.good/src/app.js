import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const handler = async (event) => {
  const { bucket, key } = event.queryStringParameters;
  const object = await s3.send(
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
    }),
  );
  return { statusCode: 200, body: await object.Body.transformToString() };
};
