import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGODB_URI);
const local = new MongoClient('mongodb://orders:localdevelopment@localhost:27017/orders');

export const handler = async () => {
  await (process.env.STAGE === 'local' ? local : client).connect();
  return { statusCode: 204 };
};
