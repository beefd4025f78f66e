import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';

const s3 = new S3Client({});

export const handler = async (event) => {
  const { sub } = event.requestContext.authorizer.claims;
  const { bucket } = event.queryStringParameters ?? {};
  const object = await s3.send(
    new GetObjectCommand({
      Bucket: bucket ?? process.env.FILES_BUCKET,
      Key: `shared/${sub}.json`,
    }),
  );
  return { statusCode: 200, body: await object.Body.transformToString() };
};
