export const handler = async (event) => {
  const { name } = event.queryStringParameters;
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Hello ${name}</Say></Response>`, // expect
  };
};
