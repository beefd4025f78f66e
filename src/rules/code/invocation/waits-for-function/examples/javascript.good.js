import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

const lambda = new LambdaClient({});

export const handler = async (event) => {
  const Payload = JSON.stringify({ order: event.pathParameters.id });
  await lambda.send(new InvokeCommand({ FunctionName: 'charge', InvocationType: 'Event', Payload }));
  await lambda.send(new InvokeCommand({ FunctionName: 'charge', InvocationType: process.env.TYPE, Payload }));
  return { statusCode: 202 };
};
