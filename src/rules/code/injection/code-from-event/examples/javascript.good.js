import vm from 'node:vm';

const FORMULAS = { net: 'gross / 1.19', gross: 'net * 1.19' };

export const handler = async (event) => {
  const values = JSON.parse(event.body);
  const formula = FORMULAS[event.pathParameters.id];
  if (!formula) return { statusCode: 404 };
  const price = vm.runInNewContext(formula, { ...values });
  const half = new Function('value', 'return value / 2')(values.net);
  return { statusCode: 200, body: JSON.stringify({ price, half }) };
};
