import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import jwt from 'jsonwebtoken';

const db = new DynamoDBClient({});

export const handler = async (event) => {
  const token = (event.headers.authorization ?? '').replace(/^Bearer /, '');
  let claims;
  try {
    claims = jwt.decode(token);
  } catch {
    return { statusCode: 401 };
  }
  const { Item } = await db.send(new GetItemCommand({ TableName: process.env.TABLE_NAME, Key: { owner: { S: claims.sub } } }));
  return { statusCode: 200, body: JSON.stringify({ balance: Number(Item?.balance.N ?? 0) }) };
};
