const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, QueryCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { userId } = event.queryStringParameters;
  const query = { TableName: process.env.MESSAGES, KeyConditionExpression: 'recipient = :recipient' };
  const { Items } = await documents.send(
    new QueryCommand({ ...query, ExpressionAttributeValues: { ':recipient': userId } }), // expect
  );
  return { statusCode: 200, body: JSON.stringify(Items) };
};
