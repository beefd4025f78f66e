exports.handler = async (event) => {
  const size = Number(event.queryStringParameters.size);
  const buffer = Buffer.alloc(size); // expect
  return { statusCode: 200, body: buffer.toString('base64'), isBase64Encoded: true };
};
