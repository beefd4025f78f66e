import crypto from 'node:crypto';

export const handler = async (event) => {
  const signature = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(event.body).digest();
  const given = Buffer.from(String(event.headers['x-signature']), 'hex');
  if (given.length !== signature.length || !crypto.timingSafeEqual(given, signature)) return { statusCode: 401 };
  return { statusCode: 204 };
};
