import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const queue = new SQSClient();

export const handler = async (event) => {
  const { orderId, amount } = JSON.parse(event.body);
  await queue.send(
    new SendMessageCommand({ QueueUrl: process.env.REFUND_QUEUE, MessageBody: JSON.stringify({ orderId, amount }) }),
  );
  return { statusCode: 202, body: JSON.stringify({ orderId }) };
};
