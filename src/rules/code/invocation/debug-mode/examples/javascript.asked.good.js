export const handler = async (event) => {
  const answer = { status: 'ok' };
  if (event.queryStringParameters?.debug) {
    answer.memory = process.memoryUsage().heapUsed;
    answer.region = process.env.AWS_REGION;
  }
  return { statusCode: 200, body: JSON.stringify(answer) };
};
