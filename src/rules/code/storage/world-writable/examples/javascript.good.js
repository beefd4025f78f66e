import { chmodSync } from 'node:fs';

export const handler = async () => {
  chmodSync('/tmp/converter', 0o755);
  return { statusCode: 204 };
};
