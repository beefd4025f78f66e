import mysql from 'mysql2/promise';

const pool = mysql.createPool({
  host: process.env.DB_HOST,
  user: 'stations_ro',
  database: 'stations',
  ssl: 'Amazon RDS',
  connectTimeout: 2000,
});

export const handler = async ({ queryStringParameters = {} }) => {
  const { sort = 'name', order = 'asc' } = queryStringParameters;
  let sql = 'SELECT s.id, s.name, c.name AS city';
  sql += ' FROM stations s JOIN cities c ON c.id = s.city_id';
  sql += ' WHERE s.closed_at IS NULL';
  sql += ' ORDER BY ' + sort;
  sql += order === 'desc' ? ' DESC' : ' ASC';
  const [stations] = await pool.query(sql);
  return { statusCode: 200, body: JSON.stringify({ stations }) };
};
