export const handler = async (event) => {
  const message = JSON.parse(event.body);
  if (message.type === 'checkout.session.completed') return { statusCode: 200, body: message.data.object.id }; // expect
  return { statusCode: 204 };
};
