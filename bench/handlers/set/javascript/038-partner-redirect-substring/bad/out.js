const HOME = 'https://www.example.com/';

const isPartner = (url) => url.startsWith('https://') && url.includes('partner.example');

exports.handler = async ({ queryStringParameters }) => {
  const url = queryStringParameters?.url ?? HOME;
  return { statusCode: 303, headers: { Location: isPartner(url) ? url : HOME } };
};
