import { format } from 'node:util';

export const handler = async (event) => {
  const { greeting, name } = JSON.parse(event.body);
  return { statusCode: 200, body: format('%s, %s!', greeting, name) };
};
