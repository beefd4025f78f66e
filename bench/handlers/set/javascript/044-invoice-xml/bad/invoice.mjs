import libxmljs from 'libxmljs2';

export const handler = async (event) => {
  const document = libxmljs.parseXml(event.body, { noent: true, nonet: false });
  const total = document.get('//total')?.text() ?? '0';
  return { statusCode: 200, body: JSON.stringify({ total: Number(total) }) };
};
