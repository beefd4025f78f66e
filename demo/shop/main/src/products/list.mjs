import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = async () => {
  const { Items: products } = await table.send(new ScanCommand({ TableName: process.env.PRODUCTS_TABLE, Limit: 100 }));
  return { statusCode: 200, body: JSON.stringify(products) };
};
