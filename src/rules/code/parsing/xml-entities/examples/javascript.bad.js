import libxml from 'libxmljs2';

export const handler = async (event) => {
  const document = libxml.parseXml(event.body, { noent: true }); // expect
  return { statusCode: 200, body: document.root().name() };
};
