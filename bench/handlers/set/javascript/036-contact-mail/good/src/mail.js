import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import he from 'he';

const ses = new SESv2Client({});

function letter({ from, message }) {
  const html = ['<p>A visitor wrote:</p>', '<blockquote>', he.escape(message), '</blockquote>', `<p>${he.escape(from)}</p>`].join('\n');
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
