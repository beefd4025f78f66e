import { describe, expect, test } from '@jest/globals';
import { cases } from '#test/runtimes/javascript/cases';
import { flowsIn } from '#test/runtimes/run';

describe('answers', () => {
  cases([
    ["return { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: `<p>${name}</p>` };", 'html'],
    ["return { statusCode: 200, headers: { 'Content-Type': 'application/json' }, body: `<p>${name}</p>` };", ''],
    ['return { statusCode: 200, body: JSON.stringify({ name }) };', ''],
    [
      "const { escape } = require('he'); return { headers: { 'content-type': 'text/html' }, body: `<p>${escape(name)}` };",
      '',
    ],
    ['return { statusCode: 302, headers: { Location: body.next } };', 'redirect'],
    ['return { statusCode: 302, headers: { Location: `https://www.example.com/${id}` } };', ''],
    ['return { statusCode: 302, headers: { Location: `/items/${id}` } };', ''],
    ['return { statusCode: 302, headers: { Location: `/${id}` } };', 'redirect'],
    ["return { statusCode: 200, headers: { 'Access-Control-Allow-Origin': event.headers.origin } };", ''],
  ]);

  test('what is answered by calling back', async () => {
    const flows = await flowsIn({
      'src/app.js': `exports.handler = (event, context, callback) => {
  callback(null, { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: '<p>' + event.queryStringParameters.name });
};`,
    });
    expect(flows).toEqual(['src/app.js:2 html <- event.queryStringParameters.name']);
  });
});

const POOL = "const { Pool } = require('pg'); const pool = new Pool();\n";

/** The flows of an application behind an adapter. */
async function flowsOf(code: string): Promise<readonly string[]> {
  const flows = await flowsIn({ 'src/app.js': `${POOL}${code}` });
  return flows.map((flow) => flow.replace(/^\S+ /, ''));
}

describe('frameworks behind adapters', () => {
  test.each([
    [
      'Express',
      `const app = require('express')(); app.use(require('express').json());
app.get('/a/:id', async (req, res) => { await pool.query('SELECT ' + req.params.id); res.json({}); });
module.exports.handler = require('serverless-http')(app);`,
      ['sql <- req.params.id'],
    ],
    [
      'a router of Express, and its page',
      `const express = require('express'); const router = express.Router();
router.route('/a').post((req, res) => { res.send('<p>' + req.body.name); });
router.get('/b', (req, res) => { res.json({ name: req.query.name }); });
router.get('/c', (req, res) => { res.type('text/plain').send(req.query.name); });
router.get('/d', (req, res) => { res.redirect(req.query.next); });
const app = express(); app.use('/r', router);
module.exports.handler = require('@vendia/serverless-express')({ app });`,
      ['html <- req.body.name', 'redirect <- req.query.next'],
    ],
    [
      'headers of Express',
      `const app = require('express')();
app.get('/a', async (req, res) => { await fetch(req.get('x-url')); });
module.exports.handler = require('serverless-http')(app);`,
      ["url <- req.get('x-url')"],
    ],
    [
      'Fastify',
      `const app = require('fastify')();
app.get('/a/:id', async (request, reply) => { await pool.query('SELECT ' + request.params.id); });
exports.handler = require('@fastify/aws-lambda')(app);`,
      ['sql <- request.params.id'],
    ],
    [
      'Hono',
      `const { Hono } = require('hono'); const { handle } = require('hono/aws-lambda'); const app = new Hono();
app.get('/a/:id', async (c) => { await pool.query('SELECT ' + c.req.param('id')); return c.html('<p>' + c.req.query('name')); });
exports.handler = handle(app);`,
      ["sql <- c.req.param('id')", "html <- c.req.query('name')"],
    ],
    [
      'Koa',
      `const Koa = require('koa'); const Router = require('@koa/router'); const router = new Router(); const app = new Koa();
router.get('/a', async (ctx) => { await pool.query('SELECT ' + ctx.query.id); ctx.body = \`<p>\${ctx.query.id}\`; });
app.use(router.routes());
exports.handler = require('serverless-http')(app);`,
      ['sql <- ctx.query.id', 'html <- ctx.query.id'],
    ],
  ])('%s', async (_name, code, expected) => {
    expect(await flowsOf(code)).toEqual(expected);
  });
});

test('functions of Azure and Google', async () => {
  const azure = await flowsIn({
    'fn/host.json': '{}',
    'fn/package.json': '{}',
    'fn/src/a.js': `const { app } = require('@azure/functions'); ${POOL}
app.http('a', { authLevel: 'anonymous', handler: async (request, context) => {
  const body = await request.json();
  await pool.query('SELECT ' + request.query.get('id'));
  return { body: '<p>' + body.name, headers: { 'Content-Type': 'text/html' } };
} });
app.storageQueue('q', { queueName: 'q', handler: async (message) => { await pool.query('SELECT ' + message.id); } });`,
  });
  expect(azure).toEqual([
    "fn/src/a.js:5 sql <- request.query.get('id')",
    'fn/src/a.js:6 html <- request.json().name',
    'fn/src/a.js:8 sql <- message.id',
  ]);
  const google = await flowsIn({
    'g/package.json': '{ "dependencies": { "@google-cloud/functions-framework": "3" } }',
    'g/index.js': `const functions = require('@google-cloud/functions-framework'); ${POOL}
functions.http('a', (req, res) => { res.send('<p>' + req.query.name); });
functions.cloudEvent('b', async (event) => { await pool.query('SELECT ' + Buffer.from(event.data.message.data, 'base64').toString()); });`,
  });
  expect(google).toEqual(['g/index.js:3 html <- req.query.name', 'g/index.js:4 sql <- event.data.message.data']);
});

describe('middleware', () => {
  const CORE = "const middy = require('@middy/core'); const json = require('@middy/http-json-body-parser');\n";
  test.each([
    [
      'middy with a body parser',
      `${CORE}const lambda = async (event) => { await pool.query('SELECT ' + event.body.id); };
exports.handler = middy(lambda).use(json());`,
      ['sql <- event.body.id'],
    ],
    [
      'middy with a handler that comes last',
      `${CORE}exports.handler = middy().use([json()]).handler(async (event) => { await pool.query('SELECT ' + event.body.id); });`,
      ['sql <- event.body.id'],
    ],
    [
      'middy with a validator',
      `${CORE}const validator = require('@middy/validator'); const { transpileSchema } = require('@middy/validator/transpile');
const schema = { type: 'object', properties: { body: { type: 'object', properties: { id: { type: 'string', pattern: '^[a-z]+$' }, name: { type: 'string' } } } } };
exports.handler = middy(async (event) => {
  await pool.query('SELECT ' + event.body.id);
  await pool.query('SELECT ' + event.body.name);
}).use(json()).use(validator({ eventSchema: transpileSchema(schema) }));`,
      ['sql <- event.body.name'],
    ],
    [
      'middy with a middleware of its own',
      `${CORE}const own = () => ({ before: async (request) => { request.event.id = Number(request.event.pathParameters.id); } });
exports.handler = middy(async (event) => { await pool.query('SELECT ' + event.id); }).use(own());`,
      [],
    ],
    [
      'a parser of Powertools',
      `${CORE}const { parser } = require('@aws-lambda-powertools/parser/middleware'); const { z } = require('zod');
const { ApiGatewayEnvelope } = require('@aws-lambda-powertools/parser/envelopes/api-gateway');
exports.handler = middy(async (event) => {
  await pool.query('SELECT ' + event.id);
  await pool.query('SELECT ' + event.name);
}).use(parser({ schema: z.object({ id: z.string().uuid(), name: z.string() }), envelope: ApiGatewayEnvelope }));`,
      ['sql <- event.body.name'],
    ],
    [
      'a class of Powertools',
      `const { Logger } = require('@aws-lambda-powertools/logger'); const logger = new Logger();
class Lambda { async handler(event, context) { await pool.query('SELECT ' + event.pathParameters.id); } }
const lambda = new Lambda();
exports.handler = lambda.handler.bind(lambda);`,
      ['sql <- event.pathParameters.id'],
    ],
    [
      'an answer that streams',
      `exports.handler = awslambda.streamifyResponse(async (event, stream, context) => {
  await pool.query('SELECT ' + event.rawPath); stream.end();
});`,
      ['sql <- event.rawPath'],
    ],
  ])('%s', async (_name, code, expected) => {
    expect(await flowsOf(code)).toEqual(expected);
  });
});

test('controllers of NestJS, with the services that they are given', async () => {
  const flows = await flowsIn({
    'src/app.ts': `import { NestFactory } from '@nestjs/core';
import serverlessExpress from '@codegenie/serverless-express';
import { OrdersController } from './orders.controller';
export const handler = async (event: any, context: any) => {
  const app = await NestFactory.create({ controllers: [OrdersController] } as any);
  return serverlessExpress({ app: app.getHttpAdapter().getInstance() })(event, context, () => {});
};`,
    'src/orders.controller.ts': `import { Controller, Get, Body, Param, ParseIntPipe, Post } from '@nestjs/common';
import { OrdersService } from './orders.service';
@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}
  @Get(':id') find(@Param('id') id: string) { return this.orders.find(id); }
  @Get('n/:id') number(@Param('id', ParseIntPipe) id: number) { return this.orders.find(String(id)); }
  @Post() create(@Body() body: any) { return this.orders.find(body.id); }
}`,
    'src/orders.service.ts': `import { Pool } from 'pg';
const pool = new Pool();
export class OrdersService {
  find(id: string) { return pool.query('SELECT ' + id); }
}`,
  });
  expect(flows).toEqual(['src/orders.service.ts:4 sql <- body.id']);
});
