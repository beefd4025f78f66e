let issuer;
const greetings = new Map();

export const handler = async (event) => {
  const { claims } = event.requestContext.authorizer.jwt;
  issuer ??= claims.iss;
  if (!greetings.has(claims.email)) greetings.set(claims.email, `Hello ${claims.email}`);
  return { statusCode: 200, body: JSON.stringify({ issuer, greeting: greetings.get(claims.email) }) };
};
