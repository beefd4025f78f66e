import { createRemoteJWKSet, jwtVerify } from 'jose';

const keys = createRemoteJWKSet(new URL('https://www.googleapis.com/oauth2/v3/certs'));

export const handler = async (event) => {
  const { payload } = await jwtVerify(event.headers.authorization, keys, { issuer: 'https://accounts.google.com' }); // expect
  return { statusCode: 200, body: payload.sub };
};
