const { Pool } = require('pg');
const pool = new Pool();

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const sort = event.queryStringParameters?.sort ?? 'placed';
  const order = await pool.query(`SELECT * FROM orders WHERE id = '${id}'`); // expect
  const lines = await pool.query('SELECT * FROM lines WHERE order_id = $1 ORDER BY ' + sort, [id]); // expect
  return { statusCode: 200, body: JSON.stringify({ order: order.rows[0], lines: lines.rows }) };
};
