import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';

const lambda = new LambdaClient({});

export const handler = async (event) => {
  const Payload = JSON.stringify({ order: event.pathParameters.id });
  const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName: 'charge', Payload })); // expect
  return { statusCode: FunctionError ? 502 : 201 };
};
