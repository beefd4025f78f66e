import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export const handler = async (event) => {
  try {
    await client.send(new GetItemCommand({ TableName: 'orders', Key: { id: { S: event.pathParameters.id } } }));
    return { statusCode: 204 };
  } catch (error) {
    return { statusCode: 500, body: error.message }; // expect
  }
};
