import libxml from 'libxmljs2';

export const handler = async () => {
  const document = libxml.parseXml(process.env.ORDERS, { noent: true }); // expect
  return { statusCode: 200, body: document.root().name() };
};
