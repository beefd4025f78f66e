import ejs from 'ejs';

export const handler = async (event) => {
  const { source, data = {} } = JSON.parse(event.body);
  const html = ejs.render(source, { user: data.user });
  return { statusCode: 200, headers: { 'content-type': 'text/html' }, body: html };
};
