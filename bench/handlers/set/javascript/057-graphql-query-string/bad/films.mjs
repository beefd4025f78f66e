import { GraphQLClient } from 'graphql-request';

const client = new GraphQLClient('https://films.example.com/graphql', {
  fetch: (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(3000) }),
});

export const handler = async (event) => {
  const title = event.queryStringParameters.title ?? '';
  const data = await client.request(`{ films(title: "${title}") { id year } }`);
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(data.films) };
};
