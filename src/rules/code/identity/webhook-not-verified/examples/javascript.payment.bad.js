import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';

const queue = new SQSClient({});

export const handler = async (event) => {
  const { type, order } = JSON.parse(event.body);
  switch (type) {
    case 'payment.succeeded':
      await queue.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: String(order) })); // expect
      return { statusCode: 204 };
    default:
      return { statusCode: 202 };
  }
};
