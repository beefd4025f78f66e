import crypto from 'node:crypto';

export const handler = async () => {
  const otp = crypto.randomInt(1_000_000);
  const jitter = Math.random() * 100;
  const sessionId = crypto.randomUUID();
  return { statusCode: 200, body: JSON.stringify({ sessionId, jitter, digits: String(otp).length }) };
};
