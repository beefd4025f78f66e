import serverless from 'serverless-http';
import express from 'express';

const app = express();

app.post('/login', (req, res) => {
  res.cookie('session', process.env.TICKET); // expect
  res.cookie('sid', process.env.TICKET, { path: '/', secure: true }); // expect
  res.sendStatus(204);
});

export const handler = serverless(app);
