const { randomUUID } = require('node:crypto');
const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, PutCommand } = require('@aws-sdk/lib-dynamodb');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const author = event.requestContext.authorizer.jwt.claims.sub;
  const body = JSON.parse(event.body);
  const { title, text, stars } = body;
  const Item = { title, text, stars: Number(stars), approved: false, author, id: randomUUID() };
  await documents.send(new PutCommand({ TableName: process.env.TABLE_NAME, Item }));
  return { statusCode: 201, body: JSON.stringify({ id: Item.id }) };
};
