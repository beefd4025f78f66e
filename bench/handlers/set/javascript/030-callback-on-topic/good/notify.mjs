import got from 'got';

const client = got.extend({ timeout: { request: 3000 }, retry: { limit: 1 }, followRedirect: false });

const CALLBACKS = {
  billing: 'https://billing.example.com/events',
  crm: 'https://crm.example.com/hooks/orders',
};

export const handler = async ({ Records }) => {
  for (const { Sns } of Records) {
    const { callback, ...order } = JSON.parse(Sns.Message);
    if (!Object.hasOwn(CALLBACKS, callback)) throw new Error('No such callback');
    await client.post(CALLBACKS[callback], { json: order });
  }
};
