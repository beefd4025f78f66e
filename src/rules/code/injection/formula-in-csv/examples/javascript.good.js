import { stringify } from 'csv-stringify/sync';

export const handler = async (event) => {
  const { quantity } = JSON.parse(event.body);
  const csv = stringify([['order', Number(quantity)]]);
  return { statusCode: 200, headers: { 'content-type': 'text/csv' }, body: csv };
};
