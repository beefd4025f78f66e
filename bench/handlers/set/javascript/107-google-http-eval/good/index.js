const functions = require('@google-cloud/functions-framework');

const UNITS = { inch: 2.54, foot: 30.48, mile: 160934.4 };

functions.http('convert', (req, res) => {
  const { unit, amount } = req.body;
  if (!Object.hasOwn(UNITS, unit)) return res.status(400).json({ message: 'Unknown unit' });
  return res.json({ value: Number(amount) * UNITS[unit] });
});
