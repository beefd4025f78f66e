const libxml = require('libxmljs');

exports.handler = async (event) => {
  const invoice = libxml.parseXml(event.body, { noent: true }); // expect
  return { statusCode: 200, body: invoice.get('//total').text() };
};
