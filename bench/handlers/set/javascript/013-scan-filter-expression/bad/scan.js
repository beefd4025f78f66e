const AWS = require('aws-sdk');

const documents = new AWS.DynamoDB.DocumentClient();

exports.handler = async (event) => {
  const { field = 'genre', value = '' } = event.queryStringParameters || {};
  const params = {
    TableName: process.env.TABLE_NAME,
    FilterExpression: `${field} = :value AND visible = :yes`,
    ExpressionAttributeValues: { ':value': value, ':yes': true },
  };
  const { Items } = await documents.scan(params).promise();
  return { statusCode: 200, body: JSON.stringify(Items) };
};
