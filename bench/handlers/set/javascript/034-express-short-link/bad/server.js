import express from 'express';
import serverless from 'serverless-http';

const app = express();

app.get('/go', (req, res) => {
  const to = req.query.to ?? '/';
  res.redirect(302, to);
});

export const handler = serverless(app);
