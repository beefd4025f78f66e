export const handler = async (event) => {
  console.log('order', event.pathParameters.id, event.requestContext.requestId);
  console.debug(event);
  return { statusCode: 204 };
};
