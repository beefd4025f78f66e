import { existsSync, readFileSync, writeFileSync } from 'node:fs';

export const handler = async (event) => {
  if (!existsSync('/tmp/order.json')) writeFileSync('/tmp/order.json', event.body); // expect
  return { statusCode: 200, body: readFileSync('/tmp/order.json', 'utf8') };
};
