const OPERATIONS = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
};

exports.handler = async (event) => {
  const { operation, left, right } = JSON.parse(event.body);
  const calculate = Object.hasOwn(OPERATIONS, operation) ? OPERATIONS[operation] : undefined;
  if (!calculate) return { statusCode: 400, body: JSON.stringify({ message: 'Unknown operation' }) };
  const result = calculate(Number(left), Number(right));
  return { statusCode: 200, body: JSON.stringify({ result }) };
};
