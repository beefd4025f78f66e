import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import escape from 'escape-html';

const mail = new SESv2Client({});

export const handler = async (event) => {
  const { name, message } = JSON.parse(event.body);
  await mail.send(
    new SendEmailCommand({
      FromEmailAddress: process.env.SENDER,
      Destination: { ToAddresses: [process.env.SUPPORT] },
      Content: {
        Simple: {
          Subject: { Data: 'A message from the contact form' },
          Body: {
            Html: { Data: `<p><b>${escape(name)}</b> writes:</p><p>${escape(message)}</p>` },
            Text: { Data: `${name} writes: ${message}` },
          },
        },
      },
    }),
  );
  return { statusCode: 202 };
};
