const https = require('node:https');
const axios = require('axios');

const client = axios.create({
  baseURL: `https://${process.env.ERP_HOST}/api`,
  timeout: 5000,
  httpsAgent: new https.Agent({ keepAlive: true, rejectUnauthorized: false }),
});

exports.handler = async (event) => {
  for (const record of event.Records) {
    const { order } = JSON.parse(record.body);
    await client.post('/orders', { order });
  }
};
