import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const table = DynamoDBDocumentClient.from(new DynamoDBClient());
const states = new SFNClient();
const credentials = Buffer.from(`shop:${process.env.PAYMENT_API_PASSWORD}`).toString('base64');

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const record of event.Records) {
    try {
      const { orderId, amount } = JSON.parse(record.body);
      const { Item: order } = await table.send(new GetCommand({ TableName: process.env.ORDERS_TABLE, Key: { id: orderId } }));
      const input = JSON.stringify({ order, amount, credentials });
      await states.send(new StartExecutionCommand({ stateMachineArn: process.env.PAYOUT, input }));
    } catch {
      batchItemFailures.push({ itemIdentifier: record.messageId });
    }
  }
  return { batchItemFailures };
};
