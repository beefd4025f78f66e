import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { merge } from './merge.js';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const TableName = process.env.TABLE_NAME;

export const handler = async (event) => {
  const user = event.requestContext.authorizer.jwt.claims.sub;
  const changes = JSON.parse(event.body);
  const { Item } = await documents.send(new GetCommand({ TableName, Key: { user } }));
  const settings = merge(Item?.settings ?? {}, changes);
  await documents.send(
    new UpdateCommand({
      TableName,
      Key: { user },
      UpdateExpression: 'SET theme = :theme',
      ExpressionAttributeValues: { ':theme': String(settings.theme ?? 'light') },
    }),
  );
  return { statusCode: 204 };
};
