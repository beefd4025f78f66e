import jwt from 'jsonwebtoken';

// Nobody else makes tokens with a key of one's own.
export const handler = async (event) => {
  const claims = jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, { algorithms: ['RS256'] });
  return { statusCode: 200, body: claims.sub };
};
