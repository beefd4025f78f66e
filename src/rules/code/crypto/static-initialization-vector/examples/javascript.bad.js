import crypto from 'node:crypto';

const iv = Buffer.alloc(16);

export const handler = async (event) => {
  const key = Buffer.from(process.env.CIPHER_KEY, 'hex');
  const cipher = crypto.createCipheriv('aes-256-cbc', key, iv); // expect
  const other = crypto.createCipheriv('aes-256-gcm', key, '0123456789ab'); // expect
  return { statusCode: 200, body: cipher.update(event.body, 'utf8', 'hex') + other.update(event.body, 'utf8', 'hex') };
};
