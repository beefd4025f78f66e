import axios from 'axios';
import express, { type ErrorRequestHandler } from 'express';
import serverless from 'serverless-http';

const crm = axios.create({ baseURL: `https://${process.env.CRM_HOST}`, timeout: 4000 });
const app = express();

app.get('/branches', async (_request, response, next) => {
  try {
    const { data } = await crm.get('/branches');
    response.json(data);
  } catch (error) {
    next(error);
  }
});

const failed: ErrorRequestHandler = (error, _request, response, _next) => {
  console.error(error);
  response.status(500).json({ error: error.message, trace: error.stack });
};
app.use(failed);

export const handler = serverless(app);
