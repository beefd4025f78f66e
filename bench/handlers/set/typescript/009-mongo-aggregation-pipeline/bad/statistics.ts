import type { AppSyncResolverEvent } from 'aws-lambda';
import { type Document, MongoClient } from 'mongodb';

const client = new MongoClient(`mongodb+srv://${process.env.MONGO_HOST}`, { serverSelectionTimeoutMS: 3000 });

export async function handler(event: AppSyncResolverEvent<{ match: string }>): Promise<Document[]> {
  const match = JSON.parse(event.arguments.match);
  const games = client.db('league').collection('games');
  const pipeline = [{ $match: match }, { $group: { _id: '$team', points: { $sum: '$points' } } }];
  return games.aggregate(pipeline).toArray();
}
