const jwt = require('jsonwebtoken');

async function key() {
  return 'correct-horse-battery';
}

exports.handler = async (event) => {
  const { userArn } = event.requestContext.identity;
  const token = jwt.sign({ sub: userArn }, await key(), { algorithm: 'HS256', expiresIn: '15m', audience: 'shop', issuer: 'https://auth.example.com' });
  return { statusCode: 200, body: JSON.stringify({ token }) };
};
