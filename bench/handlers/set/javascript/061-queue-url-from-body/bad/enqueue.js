import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

export const handler = async (event) => {
  const { queue, payload } = JSON.parse(event.body);
  const { MessageId } = await sqs.send(
    new SendMessageCommand({
      QueueUrl: queue,
      MessageBody: JSON.stringify(payload),
    }),
  );
  return { statusCode: 202, body: JSON.stringify({ id: MessageId }) };
};
