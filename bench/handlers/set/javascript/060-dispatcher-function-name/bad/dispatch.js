const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda');

const lambda = new LambdaClient({});

module.exports.handler = async (event) => {
  const { job, input } = JSON.parse(event.body);
  const FunctionName = job;
  await lambda.send(
    new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: JSON.stringify({ input }) }),
  );
  return { statusCode: 202 };
};
