const PRODUCTS = ['Table', 'Chair', 'Lamp'];

exports.handler = async (event) => {
  const pattern = new RegExp(event.queryStringParameters.q, 'i'); // expect
  return { statusCode: 200, body: JSON.stringify(PRODUCTS.filter((name) => pattern.test(name))) };
};
