import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();

export const handler = async (order) => {
  const command = new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: order.id } } }); // expect
  await client.send(command);
  await client.send(new DeleteItemCommand({ TableName: process.env.TABLE, Key: { id: { S: order.former } } }));
};
