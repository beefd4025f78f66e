import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import type { EventBridgeEvent } from 'aws-lambda';
import Handlebars from 'handlebars';

const ses = new SESv2Client({});
const letter = Handlebars.compile('<h2>New ticket</h2><p>{{text}}</p>', { noEscape: true });

export const handler = async (event: EventBridgeEvent<'TicketOpened', { text: string }>): Promise<void> => {
  const html = letter({ text: event.detail.text });
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: process.env.SENDER,
      Destination: { ToAddresses: ['support@example.com'] },
      Content: { Simple: { Subject: { Data: 'New ticket' }, Body: { Html: { Data: html } } } },
    }),
  );
};
