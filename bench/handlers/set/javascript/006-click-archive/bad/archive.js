const Database = require('better-sqlite3');

const db = new Database('/mnt/archive/clicks.db');
db.exec('CREATE TABLE IF NOT EXISTS clicks (page TEXT, at INTEGER)');

function decode({ kinesis }) {
  return JSON.parse(Buffer.from(kinesis.data, 'base64').toString('utf8'));
}

module.exports.handler = async (event) => {
  for (const click of event.Records.map(decode)) {
    db.exec(`INSERT INTO clicks (page, at) VALUES ('${click.page}', ${Number(click.at)})`);
  }
};
