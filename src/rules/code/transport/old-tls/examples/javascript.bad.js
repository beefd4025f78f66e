import https from 'node:https';

const agent = new https.Agent({ minVersion: 'TLSv1' }); // expect

export const handler = async () => {
  https.get('https://rates.shipping.example/v1', { agent });
  return { statusCode: 202 };
};
