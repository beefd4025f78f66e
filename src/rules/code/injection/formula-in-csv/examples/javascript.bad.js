import { stringify } from 'csv-stringify/sync';

export const handler = async (event) => {
  const { name, comment } = JSON.parse(event.body);
  const csv = stringify([[name, comment]]); // expect
  return { statusCode: 200, headers: { 'content-type': 'text/csv' }, body: csv };
};
