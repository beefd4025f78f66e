let email;

export const handler = async (event) => {
  email ??= event.requestContext.authorizer.jwt.claims.email; // expect
  return { statusCode: 200, body: JSON.stringify({ email }) };
};
