export const handler = async (event) => {
  const name = event.queryStringParameters?.name ?? 'caller';
  const twiml = `<?xml version="1.0" encoding="UTF-8"?><Response><Say>Hello ${name}</Say></Response>`;
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml' },
    body: twiml,
  };
};
