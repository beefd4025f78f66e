import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  const token = event.headers.authorization;
  const first = jwt.verify(token, process.env.PUBLIC_KEY, { algorithms: ['none', 'RS256'] }); // expect
  const second = jwt.verify(token, process.env.PUBLIC_KEY, { algorithms: ['HS256', 'RS256'] }); // expect
  return { statusCode: 200, body: first.sub + second.sub };
};
