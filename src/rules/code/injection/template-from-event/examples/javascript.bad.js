import ejs from 'ejs';

export const handler = async (event) => {
  const { greeting, customer } = JSON.parse(event.body);
  const body = ejs.render(`<h1>${greeting}</h1><p><%= customer.name %></p>`, { customer }); // expect
  return { statusCode: 200, headers: { 'content-type': 'text/html' }, body };
};
