exports.handler = async (event) => {
  const size = Math.min(Number(event.queryStringParameters.size), 4096);
  const buffer = Buffer.alloc(size);
  return { statusCode: 200, body: buffer.toString('base64'), isBase64Encoded: true };
};
