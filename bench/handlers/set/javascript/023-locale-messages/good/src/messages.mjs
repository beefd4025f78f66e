const LOCALES = new Set(['en', 'de', 'fr', 'nl']);

export async function handler(event) {
  const locale = event.pathParameters.locale;
  if (!LOCALES.has(locale)) return { statusCode: 404, body: JSON.stringify({ message: 'No such language' }) };
  const { default: messages } = await import(`./locales/${locale}.mjs`);
  return { statusCode: 200, body: JSON.stringify(messages) };
}
