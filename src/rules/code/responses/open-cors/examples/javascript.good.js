const PAGES = ['https://www.shop.example', 'https://admin.shop.example'];

export const handler = async (event) => {
  const { origin } = event.headers;
  const headers = PAGES.includes(origin)
    ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' }
    : { 'Access-Control-Allow-Origin': '*' };
  return { statusCode: 200, headers, body: '{}' };
};
