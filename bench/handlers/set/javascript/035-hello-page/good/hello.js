const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

module.exports.handler = async (event) => {
  const name = event.queryStringParameters?.name || 'stranger';
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>Hello</title><h1>Hello, ${escape(name)}!</h1>`,
  };
};
