import escape from 'xml-escape';

export const handler = async (event) => {
  const { name, times } = event.queryStringParameters;
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml' },
    body: `<?xml version="1.0"?><Response><Say loop="${Number(times)}">Hello ${escape(name)}</Say></Response>`,
  };
};
