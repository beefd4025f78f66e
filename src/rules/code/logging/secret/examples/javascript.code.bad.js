import { randomInt } from 'node:crypto';

export const handler = async (event) => {
  const oneTimePassword = String(randomInt(100_000, 1_000_000));
  console.info(`Sent ${oneTimePassword} to ${event.userName}`); // expect
  event.response.privateChallengeParameters = { code: oneTimePassword };
  return event;
};
