const { readFileSync } = require('node:fs');

const clean = (name) => name.replace('../', '');

exports.handler = async (event) => {
  const page = clean(decodeURIComponent(event.rawPath.slice(1)));
  try {
    return { statusCode: 200, headers: { 'content-type': 'text/plain' }, body: readFileSync(`/var/task/docs/${page}`, 'utf8') };
  } catch {
    return { statusCode: 404, body: 'Not found' };
  }
};
