import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());
const queue = new SQSClient();

export const handler = async (event) => {
  const { items } = JSON.parse(event.body);
  const order = { id: randomUUID(), customer: event.requestContext.authorizer.jwt.claims.sub, items, state: 'placed' };
  await table.send(new PutCommand({ TableName: process.env.ORDERS_TABLE, Item: order }));
  await queue.send(new SendMessageCommand({ QueueUrl: process.env.FULFILLMENT_QUEUE, MessageBody: JSON.stringify({ id: order.id }) }));
  return { statusCode: 201, body: JSON.stringify({ id: order.id }) };
};
