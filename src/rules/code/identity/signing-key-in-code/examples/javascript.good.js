import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  const { sub } = jwt.verify(event.headers.authorization, process.env.JWT_SECRET, { algorithms: ['HS256'] });
  return { statusCode: 200, body: sub };
};
