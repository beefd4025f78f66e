import { MongoClient } from 'mongodb';

const client = new MongoClient(`mongodb+srv://${process.env.MONGO_HOST}`, { serverSelectionTimeoutMS: 3000 });

export async function handler(event) {
  const { author, minimum } = event.detail;
  const posts = client.db('blog').collection('posts');
  const count = await posts.countDocuments({
    $where: `this.author === "${author}" && this.likes >= ${Number(minimum)}`,
  });
  await client.db('blog').collection('reports').insertOne({ id: event.id, count });
}
