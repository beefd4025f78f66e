export const handler = async () => ({
  statusCode: 200,
  body: JSON.stringify({ state: 'ok', environment: process.env }), // expect
});
