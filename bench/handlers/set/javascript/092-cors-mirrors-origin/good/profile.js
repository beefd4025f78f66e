const ALLOWED = ['https://www.example.com', 'https://app.example.com'];

exports.handler = async (event) => {
  const { origin = '' } = event.headers;
  const { email } = event.requestContext.authorizer.claims;
  return {
    statusCode: 200,
    headers: {
      'Access-Control-Allow-Origin': ALLOWED.includes(origin) ? origin : ALLOWED[0],
      'Access-Control-Allow-Credentials': 'true',
      Vary: 'Origin',
    },
    body: JSON.stringify({ email }),
  };
};
