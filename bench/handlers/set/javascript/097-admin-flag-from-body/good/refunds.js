const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');

const sqs = new SQSClient({});

exports.handler = async (event) => {
  const { order, amount } = JSON.parse(event.body);
  const groups = event.requestContext.authorizer.jwt.claims['cognito:groups'] ?? '';
  if (!groups.replace(/[[\]]/g, '').split(' ').includes('admin')) return { statusCode: 403, body: '' };
  const MessageBody = JSON.stringify({ order: String(order), amount: Number(amount) });
  await sqs.send(new SendMessageCommand({ QueueUrl: process.env.REFUND_QUEUE_URL, MessageBody }));
  return { statusCode: 202, body: '' };
};
