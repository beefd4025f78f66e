const jwt = require('jsonwebtoken');
const { SecretsManager } = require('@aws-sdk/client-secrets-manager');

const secrets = new SecretsManager({});

async function key() {
  const { SecretString } = await secrets.getSecretValue({ SecretId: process.env.SIGNING_SECRET_ARN });
  return SecretString;
}

exports.handler = async (event) => {
  const { userArn } = event.requestContext.identity;
  const token = jwt.sign({ sub: userArn }, await key(), { algorithm: 'HS256', expiresIn: '15m', audience: 'shop', issuer: 'https://auth.example.com' });
  return { statusCode: 200, body: JSON.stringify({ token }) };
};
