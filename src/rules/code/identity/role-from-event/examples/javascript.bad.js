export const handler = async (event) => {
  const { role } = JSON.parse(event.body);
  if (role !== 'admin') return { statusCode: 403 }; // expect
  return { statusCode: 200, body: 'everything' };
};
