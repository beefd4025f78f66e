const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');

const s3 = new S3Client({});

exports.handler = async (event) => {
  for (const { messageId, body } of event.Records) {
    await s3.send(
      new PutObjectCommand({
        Bucket: process.env.REPORT_BUCKET,
        Key: `reports/${messageId}.json`,
        Body: body,
        ContentType: 'application/json',
        ACL: 'public-read',
      }),
    );
  }
};
