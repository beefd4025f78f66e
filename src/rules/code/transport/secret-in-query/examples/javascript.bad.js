import { getSecret } from '@aws-lambda-powertools/parameters/secrets';
import axios from 'axios';

export const handler = async () => {
  const key = await getSecret('parcels/key');
  const url = `https://${process.env.PARCELS_HOST}/v1/parcels?key=${key}`;
  const parcels = await fetch(url, { signal: AbortSignal.timeout(4000) }); // expect
  const rates = await axios.get('https://rates.shipping.example/v1', { params: { key }, timeout: 4000 }); // expect
  return { statusCode: 200, body: JSON.stringify([await parcels.json(), rates.data]) };
};
