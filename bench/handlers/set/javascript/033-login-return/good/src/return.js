const PAGES = { basket: '/basket', orders: '/orders' };

exports.handler = async (event) => {
  const { next } = event.queryStringParameters ?? {};
  return {
    statusCode: 302,
    headers: { Location: PAGES[String(next)] ?? '/' },
    body: '',
  };
};
