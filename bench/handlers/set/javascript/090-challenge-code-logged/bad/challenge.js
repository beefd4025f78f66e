import { randomInt } from 'node:crypto';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';

const ses = new SESv2Client({});

export const handler = async (event) => {
  const { sub, email } = event.request.userAttributes;
  const oneTimePassword = String(randomInt(100_000, 1_000_000));
  await ses.send(
    new SendEmailCommand({
      FromEmailAddress: process.env.SENDER,
      Destination: { ToAddresses: [email] },
      Content: { Simple: { Subject: { Data: 'Your code' }, Body: { Text: { Data: oneTimePassword } } } },
    }),
  );
  console.info(`Sent ${oneTimePassword} to ${sub}`);
  event.response.privateChallengeParameters = { code: oneTimePassword };
  event.response.publicChallengeParameters = {};
  return event;
};
