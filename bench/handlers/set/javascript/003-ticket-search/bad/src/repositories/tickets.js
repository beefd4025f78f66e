const { read } = require('./connection');

async function search(words, { limit }) {
  const where = [`title ILIKE '%${words}%'`, 'sold_out = false'].join(' AND ');
  return read(`SELECT id, title, price FROM tickets WHERE ${where} LIMIT $1`, [limit]);
}

module.exports = { search };
