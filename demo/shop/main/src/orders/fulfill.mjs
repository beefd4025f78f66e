import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const record of event.Records) {
    try {
      const { id } = JSON.parse(record.body);
      await table.send(
        new UpdateCommand({
          TableName: process.env.ORDERS_TABLE,
          Key: { id },
          UpdateExpression: 'SET #state = :packed',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':packed': 'packed' },
        }),
      );
    } catch {
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
