import jwt from 'jsonwebtoken';
import jwksClient from 'jwks-rsa';

const TRUSTED = ['https://login.example.com', 'https://staff.example.com'];

export const handler = async (event) => {
  const token = event.headers.authorization;
  const { header, payload } = jwt.decode(token, { complete: true });
  if (!TRUSTED.includes(payload.iss)) return { statusCode: 401 };
  const keys = jwksClient({ jwksUri: `${payload.iss}/.well-known/jwks.json` });
  const key = await keys.getSigningKey(header.kid);
  const claims = jwt.verify(token, key.getPublicKey(), { algorithms: ['RS256'], audience: process.env.APPLICATION });
  return { statusCode: 200, body: claims.sub };
};
