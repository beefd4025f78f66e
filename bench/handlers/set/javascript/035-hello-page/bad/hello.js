module.exports.handler = async (event) => {
  const name = event.queryStringParameters?.name || 'stranger';
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>Hello</title><h1>Hello, ${name}!</h1>`,
  };
};
