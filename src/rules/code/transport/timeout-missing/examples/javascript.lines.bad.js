import axios from 'axios';
import fetch from 'node-fetch';

export const handler = async () => {
  const rates = await axios({ // expect
    url: 'https://rates.shipping.example/v1',
    method: 'get',
  });
  const stock = await fetch('https://stock.shop.example/v1'); // expect
  return { statusCode: 200, body: JSON.stringify([rates.data, stock.status]) };
};
