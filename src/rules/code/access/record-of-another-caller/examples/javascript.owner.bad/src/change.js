const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand, UpdateCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const Key = { id };
  const { Item } = await documents.send(new GetCommand({ TableName: process.env.TABLE, Key }));
  if (!Item) return { statusCode: 404 };
  await documents.send(
    new UpdateCommand({ // expect
      TableName: process.env.TABLE,
      Key,
      UpdateExpression: 'SET title = :title',
      ExpressionAttributeValues: { ':title': JSON.parse(event.body).title },
    }),
  );
  return { statusCode: 204 };
};
