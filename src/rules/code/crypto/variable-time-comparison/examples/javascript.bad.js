import crypto from 'node:crypto';

export const handler = async (event) => {
  const signature = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(event.body).digest('hex');
  if (signature !== event.headers['x-signature']) return { statusCode: 401 }; // expect
  return { statusCode: 204 };
};
