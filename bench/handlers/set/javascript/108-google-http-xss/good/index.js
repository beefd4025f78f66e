const escapeHtml = require('escape-html');

exports.page = (req, res) => {
  const section = req.path.slice(1) || 'home';
  res.set('Content-Type', 'text/html');
  res.status(404).send('<h1>There is no ' + escapeHtml(section) + ' here</h1>');
};
