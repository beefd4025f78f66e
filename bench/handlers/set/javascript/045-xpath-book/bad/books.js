const fs = require('node:fs');
const path = require('node:path');
const { DOMParser } = require('@xmldom/xmldom');
const xpath = require('xpath');

const catalogue = new DOMParser().parseFromString(fs.readFileSync(path.join(__dirname, 'books.xml'), 'utf8'), 'text/xml');

exports.handler = async (event) => {
  const author = event.queryStringParameters?.author ?? '';
  const nodes = xpath.select(`//book[author = '${author}']/title`, catalogue);
  return { statusCode: 200, body: JSON.stringify(nodes.map((node) => node.textContent)) };
};
