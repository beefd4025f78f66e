export const handler = async (event) => {
  const answer = { status: 'ok', version: process.env.AWS_LAMBDA_FUNCTION_VERSION };
  if (event.queryStringParameters?.verbose) {
    answer.memory = process.memoryUsage().heapUsed;
  }
  return { statusCode: 200, body: JSON.stringify(answer) };
};
