import { getParameter } from '@aws-lambda-powertools/parameters/ssm';
import { importPKCS8, SignJWT } from 'jose';

export const handler = async (event) => {
  const key = await importPKCS8(await getParameter(process.env.PRIVATE_KEY_PARAMETER, { decrypt: true }), 'ES256');
  const token = await new SignJWT({ scope: 'read' })
    .setProtectedHeader({ alg: 'ES256' })
    .setSubject(event.requestContext.identity.userArn)
    .setAudience('reports')
    .setIssuer('https://auth.example.com')
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(key);
  return { statusCode: 200, body: JSON.stringify({ token }) };
};
