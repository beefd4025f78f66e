import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      await client.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: messageId }, body: { S: body } } }));
    } catch (error) {
      console.error('not written', error);
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
