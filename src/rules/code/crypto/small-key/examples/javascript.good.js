import crypto from 'node:crypto';

export const handler = async () => {
  const { publicKey } = crypto.generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { statusCode: 200, body: publicKey.export({ type: 'spki', format: 'pem' }) };
};
