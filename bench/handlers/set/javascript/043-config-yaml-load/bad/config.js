const yaml = require('js-yaml');
const { S3 } = require('@aws-sdk/client-s3');

const s3 = new S3({});

exports.handler = async ({ Records: [record] }) => {
  const { Body } = await s3.getObject({
    Bucket: record.s3.bucket.name,
    Key: decodeURIComponent(record.s3.object.key.replace(/\+/g, ' ')),
  });
  const settings = yaml.load(await Body.transformToString());
  return { names: Object.keys(settings) };
};
