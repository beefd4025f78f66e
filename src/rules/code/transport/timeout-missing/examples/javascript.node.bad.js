import https from 'node:https';

const get = (path) =>
  new Promise((resolve, reject) => {
    https // expect
      .get({ host: process.env.CARRIER, path }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      })
      .on('error', reject);
  });

export const handler = async (event) => ({ statusCode: await get(`/v1/${event.pathParameters.id.length}`) });
