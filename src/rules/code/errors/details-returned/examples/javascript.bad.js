import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export const handler = async (event) => {
  try {
    const { Item } = await client.send(
      new GetItemCommand({ TableName: 'orders', Key: { id: { S: event.pathParameters.id } } }),
    );
    return { statusCode: 200, body: JSON.stringify(Item) };
  } catch (error) {
    return { statusCode: 500, body: JSON.stringify({ message: 'failed', stack: error.stack }) }; // expect
  }
};
