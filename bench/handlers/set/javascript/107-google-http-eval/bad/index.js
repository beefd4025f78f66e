const functions = require('@google-cloud/functions-framework');

functions.http('convert', (req, res) => {
  const { expression } = req.body;
  res.json({ value: Number(eval(expression)) });
});
