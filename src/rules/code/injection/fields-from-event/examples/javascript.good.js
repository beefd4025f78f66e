import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const Address = z.object({ street: z.string(), city: z.string() }).strict();

export const handler = async (event) => {
  const { name, email, ...others } = JSON.parse(event.body);
  await documents.send(
    new PutCommand({ TableName: process.env.USERS, Item: { id: randomUUID(), role: 'customer', name, email } }),
  );
  await documents.send(new PutCommand({ TableName: process.env.ADDRESSES, Item: Address.parse(others.address) }));
  return { statusCode: 201 };
};
