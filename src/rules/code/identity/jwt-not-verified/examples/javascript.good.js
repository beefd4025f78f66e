import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  const token = event.headers.authorization.slice(7);
  const { header } = jwt.decode(token, { complete: true });
  const claims = jwt.verify(token, process.env[`KEY_${header.kid === 'b' ? 'B' : 'A'}`], { algorithms: ['RS256'] });
  return { statusCode: 200, body: claims.sub };
};
