import axios from 'axios';

export const handler = async (event) => {
  const rates = await axios.get('https://rates.shipping.example/v1'); // expect
  const order = await axios.post('https://orders.shop.example/v1', { id: event.pathParameters.id }); // expect
  const stock = await fetch('https://stock.shop.example/v1', { method: 'POST' }); // expect
  return { statusCode: 200, body: JSON.stringify([rates.data, order.data, stock.status]) };
};
