import ejs from 'ejs';

const LETTER = '<h1><%= greeting %></h1><p><%= customer.name %></p>';

export const handler = async (event) => {
  const { greeting, customer } = JSON.parse(event.body);
  const body = ejs.render(LETTER, { greeting, customer: { name: customer.name } });
  return { statusCode: 200, headers: { 'content-type': 'text/html' }, body };
};
