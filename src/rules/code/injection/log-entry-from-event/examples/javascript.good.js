exports.handler = async (event) => {
  const { name, attempts } = JSON.parse(event.body);
  console.log(JSON.stringify({ message: 'Sign-in', name }));
  console.log('Attempts: ' + Number(attempts));
  console.log('Browser: ' + event.headers['user-agent']);
  console.log('Tenant: ' + event.pathParameters.tenant);
  return { statusCode: 204 };
};
