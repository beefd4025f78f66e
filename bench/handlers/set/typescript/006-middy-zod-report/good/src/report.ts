import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import { Pool } from 'pg';
import { z } from 'zod';

const pool = new Pool({ host: process.env.DB_HOST, ssl: true, connectionTimeoutMillis: 2000, query_timeout: 5000 });

const Body = z.object({ table: z.enum(['visits', 'signups', 'orders_by_day']), days: z.number().int().max(90) });

const report = async (event: { body: unknown }) => {
  const { table, days } = Body.parse(event.body);
  const { rows } = await pool.query(`SELECT day, amount FROM ${table} WHERE day > now() - $1 * interval '1 day'`, [days]);
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const handler = middy().use(httpJsonBodyParser()).use(httpErrorHandler()).handler(report);
