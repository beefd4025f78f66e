const he = require('he');

exports.handler = async (event) => {
  const { q, page } = event.queryStringParameters;
  if (event.headers.accept === 'application/json') {
    return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ q }) };
  }
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/html' },
    body: `<h1>Nothing found for ${he.encode(q)}</h1><p>Page ${Number(page)}</p><a href="${event.headers.Referer}">Back</a>`,
  };
};
