const escapeRegExp = require('lodash/escapeRegExp');

const PRODUCTS = ['Table', 'Chair', 'Lamp'];

exports.handler = async (event) => {
  const { q, word } = event.queryStringParameters;
  const pattern = new RegExp(`^${escapeRegExp(q)}`, 'i');
  const found = PRODUCTS.filter((name) => pattern.test(name) || name.includes(word));
  return { statusCode: 200, body: JSON.stringify(found) };
};
