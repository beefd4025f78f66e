exports.handler = async (event) => {
  const { name, reason } = JSON.parse(event.body);
  console.log('Sign-in of ' + name); // expect
  console.log('Told once for a handler: ' + reason);
  return { statusCode: 204 };
};
