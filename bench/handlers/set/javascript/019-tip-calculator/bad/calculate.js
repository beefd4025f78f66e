exports.handler = async (event) => {
  const { formula } = JSON.parse(event.body);
  const result = eval(formula);
  return { statusCode: 200, body: JSON.stringify({ result }) };
};
