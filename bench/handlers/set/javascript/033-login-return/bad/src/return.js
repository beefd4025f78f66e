exports.handler = async (event) => {
  const { next } = event.queryStringParameters ?? {};
  return {
    statusCode: 302,
    headers: { Location: next || '/' },
    body: '',
  };
};
