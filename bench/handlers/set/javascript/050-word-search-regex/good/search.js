import { readFile } from 'node:fs/promises';

const words = (await readFile(new URL('./words.txt', import.meta.url), 'utf8')).split('\n');
const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export const handler = async (event) => {
  const pattern = event.queryStringParameters?.pattern ?? '';
  const expression = new RegExp(literal(pattern), 'i');
  const matches = words.filter((word) => expression.test(word)).slice(0, 100);
  return { statusCode: 200, body: JSON.stringify({ matches }) };
};
