const mysql = require('mysql2/promise');
const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager');

const secrets = new SecretsManagerClient({});

let pool;

async function database() {
  const { SecretString } = await secrets.send(new GetSecretValueCommand({ SecretId: 'menu/database' }));
  pool ??= mysql.createPool({
    host: process.env.DB_HOST,
    user: 'menu',
    password: JSON.parse(SecretString).password,
    ssl: 'Amazon RDS',
    connectTimeout: 2000,
  });
  return pool;
}

exports.handler = async () => {
  const [dishes] = await (await database()).query('SELECT name, price FROM dishes WHERE available');
  return { statusCode: 200, body: JSON.stringify(dishes) };
};
