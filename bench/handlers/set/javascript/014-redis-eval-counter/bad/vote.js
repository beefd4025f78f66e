import { createClient } from 'redis';

const redis = createClient({ socket: { host: process.env.REDIS_HOST, tls: true, connectTimeout: 2000 } });
await redis.connect();

export const handler = async (event) => {
  const { option } = JSON.parse(event.body);
  const script = `return redis.call('HINCRBY', 'votes', '${option}', 1)`;
  const votes = await redis.eval(script);
  return { statusCode: 200, body: JSON.stringify({ votes }) };
};
