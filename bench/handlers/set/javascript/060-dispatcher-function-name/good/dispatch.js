const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda');

const lambda = new LambdaClient({});
const JOBS = new Map([
  ['resize', 'media-resize'],
  ['index', 'search-index'],
]);

module.exports.handler = async (event) => {
  const { job, input } = JSON.parse(event.body);
  const FunctionName = JOBS.get(job);
  if (!FunctionName) return { statusCode: 400 };
  await lambda.send(
    new InvokeCommand({ FunctionName, InvocationType: 'Event', Payload: JSON.stringify({ input }) }),
  );
  return { statusCode: 202 };
};
