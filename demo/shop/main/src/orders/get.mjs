import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = async (event) => {
  const { Item: order } = await table.send(
    new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: { id: event.pathParameters.id } }),
  );
  if (!order || order.customer !== event.requestContext.authorizer.jwt.claims.sub) return { statusCode: 404 };
  return { statusCode: 200, body: JSON.stringify(order) };
};
