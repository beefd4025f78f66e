import crypto from 'node:crypto';

export const handler = async (event) => {
  const key = Buffer.from(process.env.CIPHER_KEY, 'hex');
  const cipher = crypto.createCipheriv('des-ede3-cbc', key, crypto.randomBytes(8)); // expect
  const other = crypto.createCipheriv('aes-256-ecb', key, null); // expect
  return { statusCode: 200, body: cipher.update(event.body, 'utf8', 'hex') + other.update(event.body, 'utf8', 'hex') };
};
