const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, DeleteCommand, GetCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.product = async (event) => {
  const { id } = event.pathParameters;
  const { Item } = await documents.send(new GetCommand({ TableName: process.env.PRODUCTS, Key: { id } }));
  return Item ? { statusCode: 200, body: JSON.stringify(Item) } : { statusCode: 404 };
};

exports.order = async (event) => {
  const { id } = event.pathParameters;
  await documents.send(new DeleteCommand({ TableName: process.env.ORDERS, Key: { id } }));
  return { statusCode: 204 };
};
