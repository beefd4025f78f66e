const express = require('express');
const serverless = require('serverless-http');
const { Pool } = require('pg');

const pool = new Pool({ host: process.env.DB_HOST, ssl: true, connectionTimeoutMillis: 2000 });
const app = express();
app.disable('x-powered-by');

app.get('/museums/:museum/hours', async (req, res, next) => {
  try {
    const day = Number.parseInt(req.query.day, 10) || 1;
    const { rows } = await pool.query(
      `SELECT opens, closes FROM hours WHERE museum = $1 AND weekday = ${day}`,
      [req.params.museum],
    );
    res.json(rows);
  } catch (error) {
    next(error);
  }
});

app.use((error, req, res, next) => {
  console.error('request failed', error.name);
  if (res.headersSent) return next(error);
  res.status(500).json({ message: 'Something went wrong' });
});

module.exports.handler = serverless(app);
