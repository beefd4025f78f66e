export const handler = async (event) => {
  const { role } = JSON.parse(event.body);
  const { claims } = event.requestContext.authorizer.jwt;
  if (claims.role !== 'admin') return { statusCode: 403 };
  return { statusCode: 200, body: role === 'admin' ? 'a list of administrators' : 'a list of others' };
};
