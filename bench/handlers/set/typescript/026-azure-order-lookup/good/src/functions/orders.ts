import { app, type HttpRequest, type HttpResponseInit } from '@azure/functions';
import { Pool } from 'pg';

const pool = new Pool({ host: process.env.PGHOST, ssl: { rejectUnauthorized: true }, connectionTimeoutMillis: 3000 });

async function products(request: HttpRequest): Promise<HttpResponseInit> {
  const name = request.query.get('name') ?? '';
  const { rows } = await pool.query('SELECT id, name FROM products WHERE name LIKE $1 LIMIT 20', [`%${name}%`]);
  return { jsonBody: rows };
}

app.http('products', { methods: ['GET'], authLevel: 'anonymous', route: 'products', handler: products });
