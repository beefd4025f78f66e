import { createHash, createHmac } from 'node:crypto';

export const handler = async (event) => {
  const id = event.pathParameters.id;
  const ticket = createHmac('sha256', process.env.TICKET_KEY).update(id).digest('hex');
  const etag = createHash('md5').update(`${process.env.TABLE_KEY}${id}`).digest('hex');
  const time = Date.now();
  // What another service asks for is its own choice.
  const hash = createHash('md5')
    .update(time + process.env.CATALOGUE_PRIVATE_KEY)
    .digest('hex');
  await fetch(`https://catalogue.example/v1?ts=${time}&hash=${hash}`, { signal: AbortSignal.timeout(4000) });
  return { statusCode: 200, headers: { etag }, body: JSON.stringify({ id, ticket }) };
};
