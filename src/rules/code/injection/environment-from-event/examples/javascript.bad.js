import { translate } from './translate.js';

export const handler = async (event) => {
  const { locale } = event.queryStringParameters;
  process.env.LC_ALL = locale; // expect
  return { statusCode: 200, body: translate('order.stored') };
};
