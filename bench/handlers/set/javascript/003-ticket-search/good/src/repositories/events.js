const { read } = require('./connection');

exports.upcoming = () => read('SELECT id, title, starts_at FROM events WHERE starts_at > now() ORDER BY starts_at', []);
