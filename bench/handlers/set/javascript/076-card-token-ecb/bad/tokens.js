const { createCipheriv, randomBytes } = require('node:crypto');
const { SecretsManager } = require('@aws-sdk/client-secrets-manager');

const secrets = new SecretsManager({});

exports.handler = async (event) => {
  const { SecretBinary } = await secrets.getSecretValue({ SecretId: process.env.TOKEN_SECRET_ARN });
  const { reference } = JSON.parse(event.body);
  const cipher = createCipheriv('aes-256-ecb', SecretBinary, null);
  const token = cipher.update(reference, 'utf8', 'base64') + cipher.final('base64');
  return { statusCode: 200, body: JSON.stringify({ token, nonce: randomBytes(8).toString('hex') }) };
};
