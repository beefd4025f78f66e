import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient();

export const handler = async (order) => {
  const command = new PutItemCommand({ TableName: process.env.TABLE, Item: { id: { S: order.id } } });
  await client.send(command);
};
