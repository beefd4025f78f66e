import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async (event) => {
  const user = JSON.parse(event.body);
  await documents.send(new PutCommand({ TableName: process.env.USERS, Item: user })); // expect
  return { statusCode: 201 };
};
