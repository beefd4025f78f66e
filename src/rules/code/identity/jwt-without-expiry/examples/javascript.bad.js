import { SignJWT } from 'jose';
import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  const { sub } = event.requestContext.authorizer.jwt.claims;
  const access = jwt.sign({ sub, scope: 'orders' }, process.env.SIGNING_KEY, { algorithm: 'HS256' }); // expect
  const key = new TextEncoder().encode(process.env.SIGNING_KEY);
  const partner = await new SignJWT({ scope: 'read' }).setProtectedHeader({ alg: 'HS256' }).setSubject(sub).sign(key); // expect
  return { statusCode: 200, body: JSON.stringify({ access, partner }) };
};
