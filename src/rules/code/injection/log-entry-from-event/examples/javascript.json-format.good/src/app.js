exports.handler = async (event) => {
  const { name } = JSON.parse(event.body);
  console.log('Sign-in of ' + name);
  return { statusCode: 204 };
};
