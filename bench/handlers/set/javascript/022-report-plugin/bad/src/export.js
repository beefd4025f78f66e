const path = require('node:path');

exports.handler = async (event) => {
  const { format = 'csv', rows = [] } = JSON.parse(event.body);
  const plugin = require(path.join(__dirname, 'formats', format));
  return { statusCode: 200, headers: { 'content-type': plugin.type }, body: plugin.write(rows.slice(0, 500)) };
};
