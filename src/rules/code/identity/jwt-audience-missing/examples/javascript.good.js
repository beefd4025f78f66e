import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  const claims = jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, {
    algorithms: ['RS256'],
    audience: process.env.CLIENT,
  });
  return { statusCode: 200, body: claims.sub };
};
