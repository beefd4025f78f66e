import { ApolloServer } from '@apollo/server';

const server = new ApolloServer({
  typeDefs: 'type Query { now: Int }',
  includeStacktraceInErrorResponses: process.env.STAGE === 'local',
});

export const handler = async () => {
  await server.start();
  return { statusCode: 204 };
};
