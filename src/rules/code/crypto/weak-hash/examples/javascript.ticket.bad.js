import { createHash } from 'node:crypto';

export const handler = async (event) => {
  const id = event.pathParameters.id;
  const ticket = createHash('sha1') // expect
    .update(process.env.TICKET_KEY + id)
    .digest('hex');
  return { statusCode: 200, body: JSON.stringify({ id, ticket }) };
};
