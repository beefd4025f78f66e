import { translate } from './translate.js';

export const handler = async (event) => {
  const { name, value } = JSON.parse(event.body);
  process.env[name] = value; // expect
  return { statusCode: 200, body: translate('order.stored') };
};
