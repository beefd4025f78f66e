export async function handler(event) {
  const locale = event.pathParameters.locale;
  const { default: messages } = await import(`./locales/${locale}.mjs`);
  return { statusCode: 200, body: JSON.stringify(messages) };
}
