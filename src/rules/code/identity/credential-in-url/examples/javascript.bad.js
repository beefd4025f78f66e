import { MongoClient } from 'mongodb';

const client = new MongoClient('mongodb+srv://orders:{{random:alphanumeric:24}}@cluster0.shop.example/orders'); // expect

export const handler = async () => {
  await client.connect();
  return { statusCode: 204 };
};
