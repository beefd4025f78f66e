import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

const ses = new SESv2Client({});

function letter({ from, message }) {
  const html = ['<p>A visitor wrote:</p>', '<blockquote>', message, '</blockquote>', `<p>${from}</p>`].join('\n');
  return {
    FromEmailAddress: 'site@example.com',
    Destination: { ToAddresses: [process.env.RECIPIENT] },
    Content: { Simple: { Subject: { Data: 'Contact form' }, Body: { Html: { Data: html } } } },
  };
}

export const handler = async (event) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    try {
      await ses.send(new SendEmailCommand(letter(JSON.parse(body))));
    } catch {
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
