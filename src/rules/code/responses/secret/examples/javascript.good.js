import jwt from 'jsonwebtoken';

export const handler = async (event) => {
  if (event.headers['x-api-key'] !== process.env.INTERNAL_API_KEY) return { statusCode: 403 };
  const token = jwt.sign({ sub: event.pathParameters.id }, process.env.JWT_SECRET, { expiresIn: '5m' });
  return { statusCode: 200, body: JSON.stringify({ region: process.env.AWS_REGION, token }) };
};
