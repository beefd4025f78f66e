export const handler = async (event) => {
  const { isAdmin, name } = JSON.parse(event.body);
  if (!name || !isAdmin) return { statusCode: 403 }; // expect
  return { statusCode: 200, body: 'everything' };
};
