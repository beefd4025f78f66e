import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export const handler = async (event) => {
  for (const { messageId, body } of event.Records) {
    try {
      await client.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: messageId }, body: { S: body } } }));
    } catch {} // expect
  }
};
