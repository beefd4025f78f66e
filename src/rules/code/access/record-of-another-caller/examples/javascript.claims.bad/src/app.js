const { Pool } = require('pg');

const pool = new Pool();

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const { rows } = await pool.query('SELECT * FROM invoices WHERE id = $1', [id]); // expect
  return { statusCode: 200, body: JSON.stringify(rows[0]) };
};
