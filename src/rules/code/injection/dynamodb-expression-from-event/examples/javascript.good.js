import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const FILTERS = { open: '#status = :open', late: '#due < :today' };

export const handler = async (event) => {
  const { filter, customer } = event.queryStringParameters;
  const found = await documents.send(
    new QueryCommand({
      TableName: process.env.ORDERS,
      KeyConditionExpression: 'customer = :customer',
      FilterExpression: FILTERS[filter] ?? FILTERS.open,
      ExpressionAttributeNames: { '#status': 'status', '#due': 'due' },
      ExpressionAttributeValues: { ':customer': customer, ':open': 'open', ':today': new Date().toISOString() },
    }),
  );
  return { statusCode: 200, body: JSON.stringify(found.Items) };
};
