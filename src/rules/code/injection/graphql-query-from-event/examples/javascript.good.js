import { gql, request } from 'graphql-request';

const ORDER = gql`
  query Order($id: ID!) {
    order(id: $id) {
      total
    }
  }
`;

export const handler = async (event) => {
  const { id } = event.pathParameters;
  const order = await request(process.env.API_URL, ORDER, { id });
  return { statusCode: 200, body: JSON.stringify(order) };
};
