import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import pg from 'pg';

const pool = new pg.Pool({ host: process.env.DB_HOST, user: 'orders', password: process.env.DB_PASSWORD });
const local = new pg.Pool({ host: 'localhost', user: 'orders', password: 'localdevelopment' });
const table = new DynamoDBClient({ endpoint: 'http://localhost:8000', credentials: { accessKeyId: 'local', secretAccessKey: 'localdevelopment' } });

export const handler = async () => {
  const { rows } = await (process.env.STAGE === 'local' ? local : pool).query('SELECT 1');
  return { statusCode: 200, body: JSON.stringify(rows.length + Object.keys(table.config).length) };
};
