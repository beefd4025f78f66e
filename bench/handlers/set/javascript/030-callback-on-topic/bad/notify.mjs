import got from 'got';

const client = got.extend({ timeout: { request: 3000 }, retry: { limit: 1 }, followRedirect: false });

export const handler = async ({ Records }) => {
  for (const { Sns } of Records) {
    const { callback, ...order } = JSON.parse(Sns.Message);
    await client.post(callback, { json: order });
  }
};
