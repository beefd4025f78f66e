import jwt from 'jsonwebtoken';

const KEY = process.env.JWT_SECRET || 'orders-{{random:alphanumeric:12}}';

export const handler = async (event) => {
  const { sub } = jwt.verify(event.headers.authorization, 'shop-{{random:alphanumeric:12}}', { algorithms: ['HS256'] }); // expect
  const token = jwt.sign({ sub }, KEY, { expiresIn: '15m' }); // expect
  return { statusCode: 200, body: JSON.stringify({ expires: token.length }) };
};
