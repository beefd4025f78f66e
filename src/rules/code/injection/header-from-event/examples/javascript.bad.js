exports.handler = async (event) => {
  const { lang } = event.queryStringParameters;
  return {
    statusCode: 204,
    headers: { 'Set-Cookie': `lang=${lang}; Path=/; Secure; HttpOnly; SameSite=Lax` }, // expect
  };
};
