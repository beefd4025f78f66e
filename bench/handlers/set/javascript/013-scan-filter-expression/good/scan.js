const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event) => {
  const { field = 'genre', value = '' } = event.queryStringParameters || {};
  if (!['genre', 'language', 'publisher'].includes(field)) {
    return { statusCode: 400, body: JSON.stringify({ message: 'Cannot filter by that' }) };
  }
  const params = {
    TableName: process.env.TABLE_NAME,
    FilterExpression: `#field = :value AND visible = :yes`,
    ExpressionAttributeNames: { '#field': field },
    ExpressionAttributeValues: { ':value': value, ':yes': true },
  };
  const { Items } = await documents.scan(params).promise();
  return { statusCode: 200, body: JSON.stringify(Items) };
};
