import { chmodSync } from 'node:fs';

export const handler = async () => {
  chmodSync('/tmp/converter', 0o777); // expect
  return { statusCode: 204 };
};
