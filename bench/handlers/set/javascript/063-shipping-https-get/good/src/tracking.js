const https = require('node:https');

function get(path) {
  return new Promise((resolve, reject) => {
    const request = https.get({ host: process.env.CARRIER_HOST, path, timeout: 4000 }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode));
    });
    request.on('timeout', () => request.destroy(new Error('The carrier did not answer')));
    request.on('error', reject);
  });
}

exports.handler = async (event) => {
  const batchItemFailures = [];
  for (const { messageId, body } of event.Records) {
    const parcel = Number.parseInt(JSON.parse(body).parcel, 10);
    try {
      await get(`/v1/parcels/${parcel}`);
    } catch {
      batchItemFailures.push({ itemIdentifier: messageId });
    }
  }
  return { batchItemFailures };
};
