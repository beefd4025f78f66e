import { stringify } from 'csv-stringify/sync';

const quoted = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const marked = (text) => text.replace(/^([=+\-@\t\r])/, "'$1");

function listed(text) {
  if (['=', '+', '-', '@', '\t', '\r'].some((one) => text.startsWith(one))) return "'" + text;
  return text;
}

export const handler = async (event) => {
  const { quantity, name, comment, place, note } = JSON.parse(event.body);
  const csv = stringify([
    ['order', Number(quantity)],
    ['name', quoted(name)],
    ['comment', marked(String(comment))],
    ['place', listed(place)],
    ['note', `'${note}`],
  ]);
  return { statusCode: 200, headers: { 'content-type': 'text/csv' }, body: csv };
};
