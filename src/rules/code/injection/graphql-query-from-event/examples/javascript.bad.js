import { request } from 'graphql-request';

export const handler = async (event) => {
  const { id } = event.pathParameters;
  const order = await request(process.env.API_URL, `query { order(id: "${id}") { total } }`); // expect
  return { statusCode: 200, body: JSON.stringify(order) };
};
