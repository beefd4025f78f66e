import https from 'node:https';

const get = (path) =>
  new Promise((resolve, reject) => {
    const options = { host: process.env.CARRIER, path, signal: AbortSignal.any([]) };
    const request = https.get(options, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.on('error', reject);
  });

export const handler = async (event) => ({ statusCode: await get(`/v1/${event.pathParameters.id.length}`) });
