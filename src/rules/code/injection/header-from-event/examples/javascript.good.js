const LANGUAGES = ['de', 'en', 'fr'];

exports.handler = async (event) => {
  const { lang, theme } = event.queryStringParameters;
  const chosen = LANGUAGES.includes(lang) ? lang : 'en';
  return {
    statusCode: 204,
    headers: {
      'Set-Cookie': `lang=${chosen}; Path=/; Secure; HttpOnly; SameSite=Lax`,
      'X-Theme': encodeURIComponent(theme),
    },
  };
};
