const HOME = 'https://www.example.com/';

const isPartner = (url) => {
  try {
    return new URL(url).origin === 'https://partner.example';
  } catch {
    return false;
  }
};

exports.handler = async ({ queryStringParameters }) => {
  const url = queryStringParameters?.url ?? HOME;
  return { statusCode: 303, headers: { Location: isPartner(url) ? url : HOME } };
};
