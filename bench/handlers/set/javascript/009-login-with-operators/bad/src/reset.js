import { MongoClient } from 'mongodb';

const client = new MongoClient(`mongodb+srv://${process.env.MONGO_HOST}/?authMechanism=MONGODB-AWS&authSource=$external`, {
  serverSelectionTimeoutMS: 3000,
  socketTimeoutMS: 5000,
});

const answer = (statusCode, body) => ({ statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

export const handler = async (event) => {
  const { email, token } = JSON.parse(event.body);
  const requests = client.db('accounts').collection('resets');
  const request = await requests.findOne({ email, token });
  return request ? answer(200, { next: '/new-password' }) : answer(404, { message: 'Unknown request' });
};
