const { S3Client, GetObjectCommand } = require('@aws-sdk/client-s3');
const { getSignedUrl } = require('@aws-sdk/s3-request-presigner');

const s3 = new S3Client({});

exports.handler = async (event) => {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket: process.env.FILES_BUCKET, Key: `${sub}/statement.pdf` }), {
    expiresIn: 120,
  });
  console.log('statement is signed for', sub);
  return { statusCode: 200, body: JSON.stringify({ url }) };
};
