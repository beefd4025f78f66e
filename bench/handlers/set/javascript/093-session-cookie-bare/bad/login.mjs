import { randomBytes } from 'node:crypto';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { check } from './password.mjs';

const db = new DynamoDBClient({});

export const handler = async (event) => {
  const user = await check(JSON.parse(event.body));
  if (!user) return { statusCode: 401 };
  const session = randomBytes(32).toString('base64url');
  await db.send(new PutItemCommand({ TableName: process.env.SESSION_TABLE, Item: { session: { S: session }, user: { S: user } } }));
  return { statusCode: 204, cookies: [`session=${session}; Path=/`] };
};
