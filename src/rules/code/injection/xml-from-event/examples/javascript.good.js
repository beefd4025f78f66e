const libxml = require('libxmljs');
const { XMLParser } = require('fast-xml-parser');

exports.handler = async (event) => {
  const invoice = libxml.parseXml(event.body);
  const address = new XMLParser({ processEntities: false }).parse(event.body);
  return { statusCode: 200, body: invoice.get('//total').text() + address.city };
};
