import { createReadStream } from 'node:fs';
import https from 'node:https';

const fetchRates = () =>
  new Promise((resolve) => {
    const request = https.get('https://rates.shop.example/v1', { signal: AbortSignal.timeout(4000) }, (response) => {
      response.on('end', () => {
        if (response.statusCode !== 200) throw new Error('No rates'); // expect
        resolve(response.statusCode);
      });
    });
    request.on('error', (error) => {
      throw error; // expect
    });
  });

export const handler = async (event) => {
  setTimeout(() => {
    if (!event.done) throw new Error('Too late'); // expect
  }, 2000);
  createReadStream('/opt/rates.json').once('error', (error) => {
    throw error; // expect
  });
  return { statusCode: await fetchRates() };
};
