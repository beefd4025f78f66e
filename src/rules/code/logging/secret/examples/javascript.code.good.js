import { randomBytes, randomInt } from 'node:crypto';

export const handler = async (event) => {
  const oneTimePassword = String(randomInt(100_000, 1_000_000));
  const traceId = randomBytes(8).toString('hex');
  console.info(`Sent ${oneTimePassword.length} digits to ${event.userName}, ${traceId}`);
  event.response.privateChallengeParameters = { code: oneTimePassword };
  return event;
};
