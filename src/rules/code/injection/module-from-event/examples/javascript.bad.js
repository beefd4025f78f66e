export const handler = async (event) => {
  const { format } = event.queryStringParameters;
  const exporter = await import(`./exporters/${format}.js`); // expect
  return { statusCode: 200, body: exporter.default(JSON.parse(event.body)) };
};
