const { Pool } = require('pg');
const pool = new Pool();
const SORTABLE = ['placed', 'total'];

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const asked = event.queryStringParameters?.sort;
  const sort = SORTABLE.includes(asked) ? asked : 'placed';
  const limit = Number.parseInt(event.queryStringParameters?.limit ?? '20', 10);
  const order = await pool.query('SELECT * FROM orders WHERE id = $1', [id]);
  const lines = await pool.query(`SELECT * FROM lines WHERE order_id = $1 ORDER BY ${sort} LIMIT ${limit}`, [id]);
  return { statusCode: 200, body: JSON.stringify({ order: order.rows[0], lines: lines.rows }) };
};
