const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda');

const lambda = new LambdaClient({});

exports.handler = async (event) => {
  const { sub } = event.requestContext.authorizer.claims;
  const Payload = JSON.stringify({ customer: sub, lines: JSON.parse(event.body).lines });
  const { StatusCode } = await lambda.send(
    new InvokeCommand({ FunctionName: 'charge-customer', InvocationType: 'Event', Payload }),
  );
  return { statusCode: StatusCode === 202 ? 202 : 502, body: '' };
};
