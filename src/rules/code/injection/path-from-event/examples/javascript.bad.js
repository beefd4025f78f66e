import { readFile } from 'node:fs/promises';
import path from 'node:path';

const PAGES = '/var/task/pages';

export const handler = async (event) => {
  const file = path.join(PAGES, event.pathParameters.id);
  const body = await readFile(file, 'utf8'); // expect
  return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body };
};
