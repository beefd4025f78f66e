export const invite = (body, claims) => {
  if (body.isAdmin && !claims.isAdmin) return { statusCode: 403 };
  return { statusCode: 201 };
};

export const handler = async (event) => {
  const body = JSON.parse(event.body);
  if (body.isAdmin) return { statusCode: 403, body: 'Nobody becomes one here.' };
  const { claims } = event.requestContext.authorizer.jwt;
  if (!claims.isAdmin) return { statusCode: 403 };
  if (!body.name) return { statusCode: 400 };
  if (!body.isAdmin) return { statusCode: 403, body: 'Only those are made here.' };
  return invite(body, claims);
};
