exports.page = (req, res) => {
  const section = req.path.slice(1) || 'home';
  res.set('Content-Type', 'text/html');
  res.status(404).send('<h1>There is no ' + section + ' here</h1>');
};
