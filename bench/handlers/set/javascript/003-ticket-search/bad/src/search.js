const { tickets } = require('./repositories');

exports.handler = async (event) => {
  const query = event.queryStringParameters?.q ?? '';
  const found = await tickets.search(query, { limit: 25 });
  return {
    statusCode: 200,
    statusDescription: '200 OK',
    isBase64Encoded: false,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(found),
  };
};
