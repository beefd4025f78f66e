import jwt from 'jsonwebtoken';
import jwksClient from 'jwks-rsa';

const keys = jwksClient({ jwksUri: process.env.KEYS });

export const handler = async (event) => {
  const token = event.headers.authorization;
  const { header } = jwt.decode(token, { complete: true });
  const key = await keys.getSigningKey(header.kid);
  const claims = jwt.verify(token, key.getPublicKey(), { algorithms: ['RS256'], audience: process.env.APPLICATION });
  return { statusCode: 200, body: claims.sub };
};
