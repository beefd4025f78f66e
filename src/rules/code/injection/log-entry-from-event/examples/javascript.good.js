exports.handler = async (event) => {
  const { name, attempts } = JSON.parse(event.body);
  console.log(JSON.stringify({ message: 'Sign-in', name }));
  console.log('Attempts: ' + Number(attempts));
  return { statusCode: 204 };
};
