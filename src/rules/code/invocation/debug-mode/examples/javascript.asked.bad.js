export const handler = async (event) => {
  const answer = { status: 'ok' };
  if (event.queryStringParameters?.debug) {
    answer.environment = process.env; // expect
  }
  return { statusCode: 200, body: JSON.stringify(answer) };
};
