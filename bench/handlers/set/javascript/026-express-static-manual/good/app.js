import path from 'node:path';
import express from 'express';
import serverless from 'serverless-http';

const app = express();
const manuals = path.resolve('manuals');

app.get('/manual', (req, res) => {
  const name = String(req.query.name ?? 'index.pdf');
  res.sendFile(name, { root: manuals, dotfiles: 'deny' });
});

export const handler = serverless(app);
