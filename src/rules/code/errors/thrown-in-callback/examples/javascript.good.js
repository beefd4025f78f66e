import { createReadStream } from 'node:fs';
import https from 'node:https';

const fetchRates = () =>
  new Promise((resolve, reject) => {
    const request = https.get('https://rates.shop.example/v1', { signal: AbortSignal.timeout(4000) }, (response) => {
      response.on('end', () => {
        try {
          if (response.statusCode !== 200) throw new Error('No rates');
          resolve(response.statusCode);
        } catch (error) {
          reject(error);
        }
      });
    });
    request.on('error', reject);
  });

const read = () =>
  new Promise((resolve, reject) => {
    const stream = createReadStream('/opt/rates.json');
    stream.on('error', (error) => reject(error));
    stream.on('end', () => resolve([1, 2].map((one) => {
      if (one > 2) throw new Error('Never');
      return one;
    })));
    stream.resume();
  });

export const handler = async () => {
  await read();
  if (process.env.OFF) throw new Error('Switched off');
  return { statusCode: await fetchRates() };
};
