import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

export const handler = async (event) => {
  const { queue, payload } = JSON.parse(event.body);
  if (queue !== 'orders') return { statusCode: 400, body: JSON.stringify({ message: 'No such queue' }) };
  const { MessageId } = await sqs.send(
    new SendMessageCommand({
      QueueUrl: process.env.ORDERS_QUEUE_URL,
      MessageBody: JSON.stringify(payload),
    }),
  );
  return { statusCode: 202, body: JSON.stringify({ id: MessageId }) };
};
