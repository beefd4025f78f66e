const mysql = require('mysql2/promise');

let pool;

async function database() {
  pool ??= mysql.createPool({
    host: process.env.DB_HOST,
    user: 'menu',
    password: 'rUx7vQ2pLm94kd',
    ssl: 'Amazon RDS',
    connectTimeout: 2000,
  });
  return pool;
}

exports.handler = async () => {
  const [dishes] = await (await database()).query('SELECT name, price FROM dishes WHERE available');
  return { statusCode: 200, body: JSON.stringify(dishes) };
};
