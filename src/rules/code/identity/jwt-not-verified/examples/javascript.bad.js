import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  const claims = jwt.decode(event.headers.authorization.slice(7)); // expect
  const again = JSON.parse(Buffer.from(event.headers.authorization.split('.')[1], 'base64url')); // expect
  return { statusCode: 200, body: JSON.stringify({ user: claims.sub, role: again.role }) };
};
