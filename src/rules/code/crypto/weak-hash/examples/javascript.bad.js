import crypto from 'node:crypto';

export const handler = async (event) => {
  const { id, password } = JSON.parse(event.body);
  const stored = crypto.createHash('sha256').update(password).digest('hex'); // expect
  const token = crypto.createHash('md5').update(`${id}${process.env.SALT}`).digest('hex'); // expect
  return { statusCode: 200, body: JSON.stringify({ stored: stored.length, token }) };
};
