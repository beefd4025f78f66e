import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

const db = new DynamoDBClient({});

export const handler = async (event) => {
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
