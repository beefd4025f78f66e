import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import type { APIGatewayProxyEvent } from 'aws-lambda';

const logger = new Logger({ serviceName: 'claims' });
const sqs = new SQSClient({});

const submit = async (event: APIGatewayProxyEvent) => {
  const { sub } = event.requestContext.authorizer?.claims as { sub: string };
  const MessageBody = JSON.stringify({ claimant: sub, text: JSON.parse(event.body ?? '{}').text });
  const { MessageId } = await sqs.send(new SendMessageCommand({ QueueUrl: process.env.CLAIMS_QUEUE_URL, MessageBody }));
  logger.info('claim taken', { claim: MessageId });
  return { statusCode: 202, body: JSON.stringify({ claim: MessageId }) };
};

export const handler = middy(submit).use(injectLambdaContext(logger, { logEvent: true }));
