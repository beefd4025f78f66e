const fs = require('node:fs');
const xpath = require('xpath');
const { DOMParser } = require('@xmldom/xmldom');

const users = new DOMParser().parseFromString(fs.readFileSync('users.xml', 'utf8'), 'text/xml');

exports.handler = async (event) => {
  const { name, pin } = JSON.parse(event.body);
  const [user] = xpath.select(`//user[name='${name}' and pin='${pin}']`, users); // expect
  return { statusCode: user ? 200 : 401 };
};
