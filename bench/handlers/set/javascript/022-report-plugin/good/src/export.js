const FORMATS = {
  csv: () => require('./formats/csv'),
  xml: () => require('./formats/xml'),
};

exports.handler = async (event) => {
  const { format = 'csv', rows = [] } = JSON.parse(event.body);
  if (!Object.hasOwn(FORMATS, format)) return { statusCode: 400, body: 'Unknown format' };
  const plugin = FORMATS[format]();
  return { statusCode: 200, headers: { 'content-type': plugin.type }, body: plugin.write(rows.slice(0, 500)) };
};
