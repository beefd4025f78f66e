import crypto from 'node:crypto';

export const handler = async () => {
  const { publicKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 1024 }); // expect
  return { statusCode: 200, body: publicKey.export({ type: 'spki', format: 'pem' }) };
};
