const { S3Client, ListObjectsV2Command } = require('@aws-sdk/client-s3');
const { fromTemporaryCredentials } = require('@aws-sdk/credential-providers');

const archive = new S3Client({
  region: 'eu-central-1',
  credentials: fromTemporaryCredentials({ params: { RoleArn: process.env.ARCHIVE_ROLE_ARN } }),
});

exports.handler = async () => {
  const { KeyCount } = await archive.send(new ListObjectsV2Command({ Bucket: 'archive-example', MaxKeys: 1000 }));
  return { count: KeyCount };
};
