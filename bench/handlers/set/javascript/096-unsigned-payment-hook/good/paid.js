import { createHmac, timingSafeEqual } from 'node:crypto';
import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});

async function isSigned(body, signature = '') {
  const key = await getSecret(process.env.HOOK_SECRET_ARN);
  const wanted = createHmac('sha256', key).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

export const handler = async (event) => {
  if (!(await isSigned(event.body, event.headers['x-payment-signature']))) return { statusCode: 401 };
  const { type, order } = JSON.parse(event.body);
  if (type !== 'payment.succeeded') return { statusCode: 202 };
  await db.send(
    new UpdateItemCommand({
      TableName: process.env.ORDERS_TABLE,
      Key: { id: { S: String(order) } },
      UpdateExpression: 'SET paid = :yes',
      ConditionExpression: 'attribute_exists(id)',
      ExpressionAttributeValues: { ':yes': { BOOL: true } },
    }),
  );
  return { statusCode: 204 };
};
