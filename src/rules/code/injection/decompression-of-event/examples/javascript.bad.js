import { gunzipSync } from 'node:zlib';

export const handler = async (event) => {
  const lines = gunzipSync(Buffer.from(event.body, 'base64')).toString().split('\n'); // expect
  return { statusCode: 200, body: String(lines.length) };
};
