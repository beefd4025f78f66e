const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand, QueryCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { userId } = event.queryStringParameters;
  const { sub } = event.requestContext.authorizer.claims;
  const { Item } = await documents.send(new GetCommand({ TableName: process.env.USERS, Key: { userId } }));
  if (!Item.sharedWith.includes(sub)) return { statusCode: 404 };
  const query = { TableName: process.env.MESSAGES, KeyConditionExpression: 'recipient = :recipient' };
  const { Items } = await documents.send(
    new QueryCommand({ ...query, ExpressionAttributeValues: { ':recipient': userId } }),
  );
  return { statusCode: 200, body: JSON.stringify(Items) };
};
