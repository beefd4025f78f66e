import { readFile } from 'node:fs/promises';
import path from 'node:path';

const PAGES = '/var/task/pages';

export const handler = async (event) => {
  const file = path.resolve(PAGES, event.pathParameters.id);
  if (!file.startsWith(PAGES + path.sep)) return { statusCode: 404 };
  const body = await readFile(file, 'utf8');
  const style = await readFile(path.join(PAGES, path.basename(event.queryStringParameters.style)), 'utf8');
  const script = await readFile(`${PAGES}/${event.queryStringParameters.script.split('/').pop()}`, 'utf8');
  return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: body + style + script };
};
