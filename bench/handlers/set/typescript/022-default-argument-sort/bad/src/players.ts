import type { APIGatewayProxyHandlerV2 } from 'aws-lambda';
import { createPool, type RowDataPacket } from 'mysql2/promise';

const pool = createPool({ host: process.env.DB_HOST, database: 'league', ssl: 'Amazon RDS', connectTimeout: 2000 });

const orderBy = (column = 'name') => `ORDER BY ${column.replaceAll("'", "''")}`;

export const handler: APIGatewayProxyHandlerV2 = async (event) => {
  const { order } = event.queryStringParameters ?? {};
  const [players] = await pool.query<RowDataPacket[]>(`SELECT name, goals FROM players ${orderBy(order)}`);
  return { statusCode: 200, body: JSON.stringify(players) };
};
