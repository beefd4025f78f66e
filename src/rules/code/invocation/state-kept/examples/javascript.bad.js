let user;
const orders = []; // expect

export const handler = async (event) => {
  const body = JSON.parse(event.body);
  if (!user) user = body.user; // expect
  orders.push(body.order);
  return { statusCode: 200, body: JSON.stringify({ user, orders }) };
};
