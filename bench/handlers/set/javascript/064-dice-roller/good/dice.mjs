import { randomInt } from 'node:crypto';

export const handler = async (event) => {
  const count = Math.min(Number(event.queryStringParameters?.count ?? 1) || 1, 100);
  const rolls = Array.from({ length: count }, () => randomInt(1, 7));
  return { statusCode: 200, body: JSON.stringify({ rolls }) };
};
