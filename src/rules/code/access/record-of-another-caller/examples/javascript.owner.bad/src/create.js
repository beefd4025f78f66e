const { DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const { DynamoDBDocumentClient, PutCommand } = require('@aws-sdk/lib-dynamodb');
const { randomUUID } = require('node:crypto');

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

exports.handler = async (event) => {
  const { sub } = event.requestContext.authorizer.claims;
  const { title } = JSON.parse(event.body);
  const Item = { id: randomUUID(), userId: sub, title };
  await documents.send(new PutCommand({ TableName: process.env.SHEETS, Item }));
  return { statusCode: 201, body: JSON.stringify({ id: Item.id }) };
};
