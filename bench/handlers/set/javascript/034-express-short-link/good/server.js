import express from 'express';
import serverless from 'serverless-http';

const app = express();

const BASE = 'https://www.example.com';

app.get('/go', (req, res) => {
  const to = new URL(String(req.query.to ?? '/'), BASE);
  res.redirect(302, to.origin === BASE ? to.href : BASE);
});

export const handler = serverless(app);
