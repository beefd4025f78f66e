const Handlebars = require('handlebars');
const { SESClient, SendEmailCommand } = require('@aws-sdk/client-ses');

const ses = new SESClient({});
const LAYOUT = Handlebars.compile('<h1>{{title}}</h1><p>{{text}}</p>');

exports.handler = async (event) => {
  const { title, text } = event.detail;
  const html = LAYOUT({ title, text });
  await ses.send(
    new SendEmailCommand({
      Source: 'news@example.com',
      Destination: { ToAddresses: ['readers@example.com'] },
      Message: { Subject: { Data: 'News' }, Body: { Html: { Data: html } } },
    }),
  );
};
