import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ExecuteStatementCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = async (event) => {
  const { id } = event.pathParameters;
  const courier = event.queryStringParameters?.courier;
  // Couriers come without a token, and are told only of their own orders.
  const owner = event.requestContext.authorizer?.jwt.claims.sub;
  const { Items: [order] } = await table.send(
    new ExecuteStatementCommand({
      Statement: `SELECT * FROM "${process.env.ORDERS_TABLE}" WHERE id = '${id}' AND courier = '${courier}'`,
    }),
  );
  if (!order || (owner && order.customer !== owner)) return { statusCode: 404 };
  return { statusCode: 200, body: JSON.stringify(order) };
};
