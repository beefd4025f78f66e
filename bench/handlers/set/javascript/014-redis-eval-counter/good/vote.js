import { createClient } from 'redis';

const redis = createClient({ socket: { host: process.env.REDIS_HOST, tls: true, connectTimeout: 2000 } });
await redis.connect();

const SCRIPT = "return redis.call('HINCRBY', KEYS[1], ARGV[1], 1)";

export const handler = async (event) => {
  const { option } = JSON.parse(event.body);
  const votes = await redis.eval(SCRIPT, { keys: ['votes'], arguments: [String(option)] });
  return { statusCode: 200, body: JSON.stringify({ votes }) };
};
