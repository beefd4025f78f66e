import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

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
          Body: { Html: { Data: `<p><b>${name}</b> writes:</p><p>${message}</p>` } }, // expect
        },
      },
    }),
  );
  return { statusCode: 202 };
};
