import https from 'node:https';
import axios from 'axios';
import pg from 'pg';

const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false }); // expect
const pool = new pg.Pool({
  host: process.env.DB_HOST,
  ssl: { rejectUnauthorized: false }, // expect
});

export const handler = async (event) => {
  const { rows } = await pool.query('SELECT zone FROM orders WHERE id = $1', [event.pathParameters.id]);
  const { data } = await axios.get('https://rates.shipping.example/v1', { httpsAgent: agent, timeout: 2000 });
  return { statusCode: 200, body: JSON.stringify({ zone: rows[0].zone, rates: data }) };
};
