exports.handler = async (event) => {
  const { origin = '' } = event.headers;
  const { email } = event.requestContext.authorizer.claims;
  return {
    statusCode: 200,
    headers: {
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
      Vary: 'Origin',
    },
    body: JSON.stringify({ email }),
  };
};
