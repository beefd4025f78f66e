const EXPORTERS = {
  csv: () => import('./exporters/csv.js'),
  json: () => import('./exporters/json.js'),
};

export const handler = async (event) => {
  const load = EXPORTERS[event.queryStringParameters.format];
  if (!load) return { statusCode: 400 };
  const exporter = await load();
  return { statusCode: 200, body: exporter.default(JSON.parse(event.body)) };
};
