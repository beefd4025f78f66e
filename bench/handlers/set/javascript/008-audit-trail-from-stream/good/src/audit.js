const { createConnection } = require('mysql2/promise');

const { escape } = require('./text');

let connection;

async function connect() {
  connection ??= await createConnection({
    host: process.env.DB_HOST,
    database: 'audit',
    ssl: 'Amazon RDS',
    connectTimeout: 3000,
  });
  return connection;
}

exports.handler = async ({ Records }) => {
  const db = await connect();
  for (const { eventName, dynamodb } of Records) {
    if (eventName === 'REMOVE') continue;
    const comment = dynamodb.NewImage?.comment?.S ?? '';
    await db.query("INSERT INTO trail (kind, comment) VALUES ('comment', ?)", [escape(comment)]);
  }
};
