const { S3Client, ListObjectsV2Command } = require('@aws-sdk/client-s3');

const archive = new S3Client({
  region: 'eu-central-1',
  credentials: {
    accessKeyId: '@@aws-access-key-id@@',
    secretAccessKey: '@@aws-secret-access-key@@',
  },
});

exports.handler = async () => {
  const { KeyCount } = await archive.send(new ListObjectsV2Command({ Bucket: 'archive-example', MaxKeys: 1000 }));
  return { count: KeyCount };
};
