const { DynamoDB } = require('@aws-sdk/client-dynamodb');

const db = new DynamoDB({});

exports.handler = async ({ Records }) => {
  Records.forEach(async ({ s3 }) => {
    await db.putItem({ TableName: process.env.INDEX_TABLE, Item: { key: { S: s3.object.key }, size: { N: String(s3.object.size) } } });
  });
};
