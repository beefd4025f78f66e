import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { html } from 'hono/html';

const app = new Hono();

app.get('/search', (c) => {
  const q = c.req.query('q') ?? '';
  return c.html(html`<main><h1>Results for ${q}</h1></main>`);
});

export const handler = handle(app);
