let settings;
const byUser = new Map();

export const handler = async (event) => {
  if (!settings) settings = { table: process.env.TABLE };
  const body = JSON.parse(event.body);
  const orders = [];
  orders.push(body.order);
  byUser.set(event.requestContext.authorizer.jwt.claims.sub, orders.length);
  return { statusCode: 200, body: JSON.stringify({ settings, orders }) };
};
