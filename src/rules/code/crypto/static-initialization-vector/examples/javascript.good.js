import crypto from 'node:crypto';

export const handler = async (event) => {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv('aes-256-cbc', Buffer.from(process.env.CIPHER_KEY, 'hex'), iv);
  return { statusCode: 200, body: iv.toString('hex') + cipher.update(event.body, 'utf8', 'hex') };
};
