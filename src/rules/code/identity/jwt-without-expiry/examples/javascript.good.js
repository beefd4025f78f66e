import { SignJWT } from 'jose';
import jwt from 'jsonwebtoken';

const settings = JSON.parse(process.env.TOKEN_SETTINGS);

export const handler = async (event) => {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const access = jwt.sign({ sub, scope: 'orders' }, process.env.SIGNING_KEY, { expiresIn: '1h' });
  const other = jwt.sign({ sub, scope: 'orders' }, process.env.SIGNING_KEY, settings);
  const key = new TextEncoder().encode(process.env.SIGNING_KEY);
  const partner = await new SignJWT({ scope: 'read' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(key);
  return { statusCode: 200, body: JSON.stringify({ access, other, partner }) };
};
