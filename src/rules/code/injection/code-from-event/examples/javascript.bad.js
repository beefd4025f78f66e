import vm from 'node:vm';

export const handler = async (event) => {
  const { formula, values } = JSON.parse(event.body);
  const price = eval(formula); // expect
  const discount = vm.runInNewContext(event.queryStringParameters.discount, { values }); // expect
  return { statusCode: 200, body: JSON.stringify({ price, discount }) };
};
