import pg from 'pg';

const pool = new pg.Pool({ host: 'orders.cluster.shop.example', user: 'orders', password: '{{random:alphanumeric:24}}' }); // expect

export const handler = async (event) => {
  const { rows } = await pool.query('SELECT zone FROM orders WHERE id = $1', [event.pathParameters.id]);
  return { statusCode: 200, body: JSON.stringify(rows) };
};
