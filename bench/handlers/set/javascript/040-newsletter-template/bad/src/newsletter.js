const Handlebars = require('handlebars');
const { SESClient, SendEmailCommand } = require('@aws-sdk/client-ses');

const ses = new SESClient({});

exports.handler = async (event) => {
  const { template, title, text } = event.detail;
  const layout = Handlebars.compile(template);
  const html = layout({ title, text });
  await ses.send(
    new SendEmailCommand({
      Source: 'news@example.com',
      Destination: { ToAddresses: ['readers@example.com'] },
      Message: { Subject: { Data: 'News' }, Body: { Html: { Data: html } } },
    }),
  );
};
