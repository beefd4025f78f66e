const { unserialize } = require('node-serialize');
const { parse } = require('cookie');

exports.handler = async (event) => {
  const { basket = '' } = parse(event.headers.Cookie ?? '');
  const text = Buffer.from(basket, 'base64').toString();
  const { items = [] } = text ? unserialize(text) : {};
  return { statusCode: 200, body: JSON.stringify({ count: items.length }) };
};
