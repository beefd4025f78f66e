const fs = require('node:fs');
const xpath = require('xpath');
const { DOMParser } = require('@xmldom/xmldom');

const users = new DOMParser().parseFromString(fs.readFileSync('users.xml', 'utf8'), 'text/xml');
const byName = xpath.parse('//user[name=$name]');

exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  const [user] = byName.select({ node: users, variables: { name } });
  const all = xpath.select('//user', users).filter((one) => one.getAttribute('name') === name);
  return { statusCode: user && all.length === 1 ? 200 : 401 };
};
