exports.handler = async (event) => {
  const { q } = event.queryStringParameters;
  const hits = [];
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/html' },
    body: `<h1>Nothing found for ${q}</h1><ul>${hits.join('')}</ul>`, // expect
  };
};
