import crypto from 'node:crypto';

export const handler = async (event) => {
  const key = Buffer.from(process.env.CIPHER_KEY, 'hex');
  const cipher = crypto.createCipheriv('aes-256-gcm', key, crypto.randomBytes(12));
  return { statusCode: 200, body: cipher.update(event.body, 'utf8', 'hex') };
};
