import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});

const code = () => randomBytes(12).toString('base64url');

async function put(Item, attempt = 0) {
  try {
    await db.send(new PutItemCommand({ TableName: process.env.TABLE_NAME, Item, ConditionExpression: 'attribute_not_exists(invite)' }));
  } catch (error) {
    if (attempt > 2) throw error;
    await wait(50 + Math.random() * 100);
    await put(Item, attempt + 1);
  }
}

export const handler = async (event) => {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const inviteToken = code();
  await put({ invite: { S: inviteToken }, owner: { S: sub }, nonce: { S: randomBytes(4).toString('hex') } });
  return { statusCode: 201, body: JSON.stringify({ invite: inviteToken }) };
};
