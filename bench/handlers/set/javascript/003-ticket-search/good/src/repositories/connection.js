const { Pool } = require('pg');

const pool = new Pool({ host: process.env.DB_HOST, ssl: true, connectionTimeoutMillis: 3000, max: 1 });

async function read(text, values) {
  const result = await pool.query(text, values);
  return result.rows;
}

module.exports = { read };
