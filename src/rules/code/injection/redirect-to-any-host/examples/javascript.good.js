const AFTER = { orders: '/orders', account: '/account' };

exports.handler = async (event) => {
  const next = event.queryStringParameters?.next;
  const id = encodeURIComponent(event.pathParameters.id);
  if (next === 'order') return { statusCode: 302, headers: { Location: `https://shop.example.com/orders/${id}` } };
  return { statusCode: 302, headers: { Location: AFTER[next] ?? '/' } };
};
