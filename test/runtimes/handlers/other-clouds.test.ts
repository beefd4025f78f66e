import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { findHandlers } from '#runtimes/handlers/find';
import { repository } from '#test/frameworks/repository';

async function found(
  files: Readonly<Record<string, string>>,
  scope: 'everything' | ReadonlySet<string> = 'everything',
) {
  const { handlers } = await findHandlers(new Cloud([]), repository(files), scope);
  return handlers
    .map(({ file, exported, triggers, confidence }) => {
      const ways = triggers.map(({ kind, reach, label }) => `${kind} ${reach} ${label}`).join(', ');
      return `${file.path}#${exported ?? ''} ${confidence}: ${ways}`;
    })
    .sort();
}

describe('Azure Functions', () => {
  it('of the v4 model of Node.js register themselves', async () => {
    const handlers = await found({
      'host.json': '{}',
      'package.json': '{ "main": "dist/src/functions/*.js" }',
      'src/functions/orders.ts':
        "import { app } from '@azure/functions';\napp.http('orders', { methods: ['GET'], authLevel: 'anonymous', handler: async () => ({}) });\n",
      'src/functions/jobs.ts':
        "import { app } from '@azure/functions';\napp.storageQueue('jobs', { queueName: 'jobs', handler: async () => {} });\napp.http('run', { authLevel: 'function' });\n",
      'src/db.ts': 'export const db = 1;\n',
    });
    expect(handlers).toEqual([
      'src/functions/jobs.ts# high: azure-message service queue jobs, azure-http authenticated HTTP function run',
      'src/functions/orders.ts# high: azure-http public HTTP function orders',
    ]);
  });

  it('of the v2 model of Python are decorated, in blueprints too', async () => {
    const handlers = await found({
      'api/host.json': '{}',
      'api/function_app.py':
        'import azure.functions as func\napp = func.FunctionApp(http_auth_level=func.AuthLevel.ANONYMOUS)\n\n@app.route(route="dogs")\ndef dogs(req: func.HttpRequest):\n    return ""\n',
      'api/pages.py':
        'import azure.functions as func\nbp = func.Blueprint()\n\n@bp.blob_trigger(arg_name="blob", path="in/{name}", connection="S")\ndef read(blob):\n    pass\n',
    });
    expect(handlers).toEqual([
      'api/function_app.py# high: azure-http public HTTP function dogs',
      'api/pages.py# high: azure-blob service blob function in/{name}',
    ]);
  });

  it('of the old models are named by function.json', async () => {
    const http = (more: string) =>
      `{ "bindings": [{ "type": "httpTrigger", "direction": "in", "name": "req" }, { "type": "http", "direction": "out", "name": "$return" }]${more} }`;
    const files = {
      'host.json': '{}',
      'Orders/function.json': http(', "scriptFile": "../dist/Orders/index.js"'),
      'Orders/index.ts': '',
      'Users/function.json': http(', "entryPoint": "run"'),
      'Users/index.js': '',
      'Cats/function.json': http('').replace('"req" }', '"req", "authLevel": "anonymous" }'),
      'Cats/__init__.py': '',
    };
    expect(await found(files)).toEqual([
      'Cats/__init__.py#main high: azure-http public HTTP function Cats',
      'Orders/index.ts#default high: azure-http authenticated HTTP function Orders',
      'Users/index.js#run high: azure-http authenticated HTTP function Users',
    ]);
    const { handlers } = await findHandlers(new Cloud([]), repository(files), new Set(['Users/index.js']));
    const users = handlers.find(({ file }) => file.path === 'Users/index.js');
    expect(users?.parameters?.map(({ control }) => control)).toEqual(['provider', 'sender']);
  });
});

describe('functions of Google Cloud', () => {
  const manifest = '{ "main": "index.js", "dependencies": { "@google-cloud/functions-framework": "^4.0.0" } }';

  it.each([
    ["functions.http('hello', (req, res) => {});", 'index.js# high: google-http unknown HTTP function hello'],
    ["cloudEvent('mirror', async (event) => {});", 'index.js# high: google-event service event function mirror'],
    ['exports.page = (req, res) => {};', 'index.js#page high: google-http unknown HTTP function'],
    ['exports.resize = async (file, context) => {};', 'index.js#resize high: google-event service background function'],
  ])('in Node.js: %s', async (code, expected) => {
    const text = `const functions = require('@google-cloud/functions-framework');\n${code}\n`;
    expect(await found({ 'fn/package.json': manifest, 'fn/index.js': text })).toEqual([`fn/${expected}`]);
  });

  it.each([
    ['@functions_framework.http\ndef hello(request):\n    pass\n', '# high: google-http unknown HTTP function hello'],
    [
      '@functions_framework.cloud_event\ndef got(event):\n    pass\n',
      '# high: google-event service event function got',
    ],
    ['def hello(request):\n    pass\n', '#hello high: google-http unknown HTTP function'],
    ['def got(event, context):\n    pass\n', '#got high: google-event service background function'],
  ])('in Python: %j', async (code, expected) => {
    const files = { 'requirements.txt': 'functions-framework==3.*\n', 'main.py': code };
    expect(await found(files)).toEqual([`main.py${expected}`]);
  });

  it('register themselves wherever they stand', async () => {
    const code =
      "const functions = require('@google-cloud/functions-framework');\nfunctions.http('hello', (req, res) => {});\n";
    expect(await found({ 'fn/src/main.js': code })).toEqual([
      'fn/src/main.js# high: google-http unknown HTTP function hello',
    ]);
  });

  it('are none without the framework', async () => {
    expect(await found({ 'package.json': '{}', 'index.js': 'exports.page = (req, res) => {};' })).toEqual([]);
  });
});

describe('applications of Chalice', () => {
  it('have a route for each decorator, and functions for events', async () => {
    const app = [
      'from chalice import Chalice, CognitoUserPoolAuthorizer',
      'app = Chalice(app_name="shop")',
      '@app.route("/items/{id}")',
      'def item(id):',
      '    return {}',
      '@app.route("/items", methods=["POST", "PUT"], authorizer=people)',
      'def add():',
      '    return {}',
      '@app.on_sqs_message(queue="jobs", batch_size=1)',
      'def work(event):',
      '    pass',
      '@app.lambda_function()',
      'def task(event, context):',
      '    pass',
    ].join('\n');
    const shared =
      'from chalice import Blueprint\nparts = Blueprint(__name__)\n@parts.route("/a")\ndef a():\n    pass\n';
    expect(await found({ 'app.py': app, 'chalicelib/parts.py': shared, 'other.py': 'import chalice\n' })).toEqual([
      'app.py# high: rest-api public GET /items/{id}, rest-api authenticated ANY /items, queue service queue jobs, direct unknown whoever invokes it',
      'chalicelib/parts.py# high: rest-api public GET /a',
    ]);
  });
});

describe('services of Cloud Run and App Engine', () => {
  const knative = 'apiVersion: serving.knative.dev/v1\nkind: Service\n';
  const build = "steps:\n  - name: gcr.io/google.com/cloudsdktool/cloud-sdk\n    args: ['run', 'deploy', 'shop']\n";
  const express = "import express from 'express';\nconst app = express();\n";

  it.each([
    [
      {
        'service.yaml': knative,
        Dockerfile: 'FROM node:22\nCMD ["node", "dist/server.js"]\n',
        'src/server.ts': express,
      },
      'src/server.ts',
    ],
    [
      { 'cloudbuild.yaml': build, 'package.json': '{ "scripts": { "start": "node app.js" } }', 'app.js': express },
      'app.js',
    ],
    [{ 'app.yaml': 'runtime: python313\n', 'main.py': 'from flask import Flask\napp = Flask(__name__)\n' }, 'main.py'],
  ])('%j', async (files, expected) => {
    expect(await found(files)).toEqual([`${expected}# high: google-http unknown HTTP service`]);
    expect(await found(files, new Set([expected]))).toEqual([`${expected}# high: google-http unknown HTTP service`]);
  });

  it('are none where nothing deploys them, or nothing is served', async () => {
    expect(await found({ 'package.json': '{ "main": "app.js" }', 'app.js': express })).toEqual([]);
    expect(
      await found({ 'service.yaml': knative, 'package.json': '{ "main": "app.js" }', 'app.js': 'run();\n' }),
    ).toEqual([]);
  });
});

describe('by shape, where nothing names it', () => {
  it.each([
    ['a.js', 'exports.handler = async (event) => ({});', ['a.js#handler']],
    [
      'a.ts',
      "import type { SQSHandler } from 'aws-lambda';\nexport const consume: SQSHandler = async (x) => {};",
      ['a.ts#consume'],
    ],
    ['a.ts', "import middy from '@middy/core';\nexport const run = middy(base);", ['a.ts#run']],
    ['a.ts', 'export async function handler(event: unknown) {}', ['a.ts#handler']],
    ['a.py', 'def lambda_handler(event, context):\n    pass\n', ['a.py#lambda_handler']],
    ['a.py', 'from mangum import Mangum\nhandler = Mangum(app)\n', ['a.py#handler']],
    // What only looks similar: pages, listeners, tests.
    ['a.ts', 'export const onClick = (event: MouseEvent) => {};', []],
    ['a.js', 'exports.handler = (req, res) => {};', []],
    ['a.ts', 'export default function handler(req, res) {}', []],
    ['test/a.js', 'exports.handler = async (event) => ({});', []],
    ['a.test.js', 'exports.handler = async (event) => ({});', []],
    ['a.py', 'def process(event):\n    pass\n', []],
  ])('%s: %s', async (path, code, expected) => {
    const { handlers } = await findHandlers(new Cloud([]), repository({ [path]: code }), new Set([path]));
    expect(handlers.map(({ file, exported }) => `${file.path}#${exported ?? ''}`)).toEqual(expected);
    for (const { confidence, triggers } of handlers)
      expect([confidence, triggers[0]?.kind, triggers[0]?.reach]).toEqual(['low', 'direct', 'unknown']);
  });
});
