import { PutItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';

const client = new DynamoDBClient({});

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    let order;
    try {
      order = JSON.parse(body);
    } catch {}
    try {
      await client.send(new PutItemCommand({ TableName: 'orders', Item: { id: { S: order?.id ?? messageId } } }));
    } catch {
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
