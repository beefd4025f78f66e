import serverless from 'serverless-http';
import express from 'express';

const app = express();
const options = JSON.parse(process.env.COOKIE);

app.post('/login', (req, res) => {
  res.cookie('session', process.env.TICKET, { httpOnly: true, secure: true });
  res.cookie('sid', process.env.TICKET, options);
  res.cookie('theme', 'dark');
  res.sendStatus(204);
});

export const handler = serverless(app);
