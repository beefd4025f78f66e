const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, GetCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const { Item } = await documents.send(new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: { id } }));
  if (!Item) return { statusCode: 404, body: '' };
  return { statusCode: 200, body: JSON.stringify({ id, lines: Item.lines, address: Item.address }) };
};
