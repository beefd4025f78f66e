import { CognitoJwtVerifier } from 'aws-jwt-verify';
import jwt from 'jsonwebtoken';

const verifier = CognitoJwtVerifier.create({ userPoolId: process.env.POOL, tokenUse: 'id', clientId: null }); // expect

export const handler = async (event) => {
  const claims = jwt.verify(event.headers.authorization, process.env.PUBLIC_KEY, {
    algorithms: ['RS256'],
    audience: process.env.CLIENT,
    ignoreExpiration: true, // expect
  });
  const user = await verifier.verify(event.headers.identity);
  return { statusCode: 200, body: claims.sub + user.sub };
};
