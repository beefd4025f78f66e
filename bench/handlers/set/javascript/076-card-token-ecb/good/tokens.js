const { createCipheriv, randomBytes } = require('node:crypto');
const { SecretsManager } = require('@aws-sdk/client-secrets-manager');

const secrets = new SecretsManager({});

exports.handler = async (event) => {
  const { SecretBinary } = await secrets.getSecretValue({ SecretId: process.env.TOKEN_SECRET_ARN });
  const { reference } = JSON.parse(event.body);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', SecretBinary, iv);
  const sealed = Buffer.concat([cipher.update(reference, 'utf8'), cipher.final()]);
  const token = Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64');
  return { statusCode: 200, body: JSON.stringify({ token, nonce: randomBytes(8).toString('hex') }) };
};
