const { Pool } = require('pg');

const pool = new Pool();

exports.handler = async (event) => {
  const { id } = event.pathParameters;
  const { sub } = event.requestContext.authorizer.claims;
  const { rows } = await pool.query('SELECT * FROM invoices WHERE id = $1 AND owner = $2', [id, sub]);
  return { statusCode: 200, body: JSON.stringify(rows[0]) };
};
