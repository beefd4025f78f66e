const { Pool } = require('pg');

const pool = new Pool({
  host: process.env.DB_HOST,
  database: process.env.DB_NAME,
  ssl: { rejectUnauthorized: true },
  connectionTimeoutMillis: 2000,
  query_timeout: 4000,
});

exports.handler = async (event) => {
  const { category } = event.pathParameters;
  const sql = 'SELECT id, title, price FROM products WHERE category = $1 AND published';
  const { rows } = await pool.query(sql, [category]);
  return {
    statusCode: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(rows),
  };
};
