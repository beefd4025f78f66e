import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

async function record(id) {
  await client.send(new PutItemCommand({ TableName: 'visits', Item: { id: { S: id } } }));
}

export const handler = async (event) => {
  record(event.requestContext.requestId); // expect
  client.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: event.pathParameters.id } } })); // expect
  JSON.parse(event.body).items.forEach(async (item) => { // expect
    await record(item.id);
  });
  return { statusCode: 204 };
};
