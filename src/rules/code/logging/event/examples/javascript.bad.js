export const handler = async (event) => {
  console.log('event', JSON.stringify(event)); // expect
  console.info(event.headers); // expect
  return { statusCode: 204 };
};
