import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

const s3 = new S3Client({});

export const handler = async (event: APIGatewayProxyEventV2WithJWTAuthorizer) => {
  const key = event.pathParameters?.key ?? '';
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const command = new GetObjectCommand({ Bucket: process.env.DOCUMENTS_BUCKET, Key: `users/${sub}/${key}` });
  const url = await getSignedUrl(s3, command, { expiresIn: 60 });
  return { statusCode: 302, headers: { location: url, 'cache-control': 'no-store' } };
};
