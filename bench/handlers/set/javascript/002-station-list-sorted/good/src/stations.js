import mysql from 'mysql2/promise';

const pool = mysql.createPool({
  host: process.env.DB_HOST,
  user: 'stations_ro',
  database: 'stations',
  ssl: 'Amazon RDS',
  connectTimeout: 2000,
});

const SORTABLE = { name: 's.name', city: 's.city', opened: 's.opened_at' };

export const handler = async ({ queryStringParameters = {} }) => {
  const { sort = 'name', order = 'asc' } = queryStringParameters;
  const column = Object.hasOwn(SORTABLE, sort) ? SORTABLE[sort] : SORTABLE.name;
  let sql = 'SELECT s.id, s.name, c.name AS city';
  sql += ' FROM stations s JOIN cities c ON c.id = s.city_id';
  sql += ' WHERE s.closed_at IS NULL';
  sql += ' ORDER BY ' + column;
  sql += order.toLowerCase() === 'desc' ? ' DESC' : ' ASC';
  const [stations] = await pool.query(sql);
  return { statusCode: 200, body: JSON.stringify({ stations }) };
};
