import { gunzipSync } from 'node:zlib';

export const handler = async (event) => {
  const lines = gunzipSync(Buffer.from(event.body, 'base64'), { maxOutputLength: 1_000_000 }).toString().split('\n');
  return { statusCode: 200, body: String(lines.length) };
};
