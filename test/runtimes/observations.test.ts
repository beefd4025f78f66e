import { describe, expect, it } from '@jest/globals';
import { type Location, linesOf } from '#source/file';
import { handlersIn } from './run.js';

/** `2 tls-old` of each observation, in the order of lines. */
async function seen(code: string, path = 'src/app.js'): Promise<readonly string[]> {
  const handlers = await handlersIn({ [path]: code });
  expect(handlers.length).toBeGreaterThan(0);
  return handlers
    .flatMap(({ observations }) => observations)
    .map(({ at, kind }) => [linesOf(at).start, kind] as const)
    .sort((a, b) => a[0] - b[0] || a[1].localeCompare(b[1]))
    .map(([line, kind]) => `${line} ${kind}`);
}

const within = (...lines: readonly string[]) =>
  ['export const handler = async (event) => {', ...lines, '};'].join('\n');

describe("what handlers' code in JavaScript does wrong by itself", () => {
  it.each([
    [
      'an option in an object of its own',
      [
        'const { signal } = event;',
        'const options = { rejectUnauthorized: false, signal };',
        "require('https').request('https://a.example', options);",
      ],
      ['3 tls-verification-off'],
    ],
    [
      'an option that depends on the stage',
      ["require('https').request('https://a.example', { rejectUnauthorized: process.env.STAGE !== 'dev' });"],
      ['2 timeout-missing'],
    ],
    ['a host that is not known', ['await fetch(`http://${process.env.HOST}/v1`, { signal: event.signal });'], []],
    ['a namespace that looks like an address', ["return { statusCode: 200, body: 'http://www.w3.org/2000/svg' };"], []],
    [
      'SHA-1 as Have I Been Pwned asks for it',
      [
        "const c = require('crypto').createHash('sha1').update(event.password).digest('hex');",
        'await fetch(`https://api.pwnedpasswords.com/range/${c.slice(0, 5)}`, { signal: event.signal });',
      ],
      [],
    ],
    [
      'a request that says how long it waits, in an agent of its own',
      ["require('https').get('https://a.example', { agent: event.agent }, (answer) => answer.resume());"],
      [],
    ],
    [
      'a code for one use that is shortened in the log',
      [
        "const otp = String(require('crypto').randomInt(1000000));",
        'console.log(otp.slice(-2), otp.length, typeof otp);',
        'return { statusCode: 200 };',
      ],
      [],
    ],
    [
      'a number for a trace in the log',
      ["const traceToken = require('crypto').randomBytes(8).toString('hex');", 'console.log(traceToken);'],
      [],
    ],
    [
      'a token whose claims are not known',
      ["return require('jsonwebtoken').sign({ ...event.claims }, process.env.K, { algorithm: 'HS256' });"],
      [],
    ],
    [
      'all variables where a request asks for them, on one line',
      ['if (event.queryStringParameters.debug) return { statusCode: 200, body: JSON.stringify(process.env) };'],
      ['2 debug-mode'],
    ],
    [
      'names of variables',
      ['return { statusCode: 200, body: JSON.stringify({ names: Object.keys(process.env), a: process.env.A }) };'],
      [],
    ],
    [
      'an invocation of a type that is not known',
      [
        "const { LambdaClient, InvokeCommand } = require('@aws-sdk/client-lambda');",
        'await new LambdaClient({}).send(new InvokeCommand({ FunctionName: process.env.F, ...event.options }));',
      ],
      [],
    ],
    [
      'a time of its own that throws what somebody takes',
      ["process.on('uncaughtException', () => 0);", "setTimeout(() => { throw new Error('late'); }, 5);"],
      [],
    ],
    [
      'a time of its own whose exception nothing takes',
      ["setTimeout(() => { if (event.late) throw new Error('late'); }, 5);"],
      ['2 thrown-in-callback'],
    ],
    [
      'a digest that is only a key of a cache',
      ["const key = require('crypto').createHash('md5').update(event.rawPath).digest('hex');", 'return key;'],
      [],
    ],
    ['a number that nobody has to guess', ['const delay = Math.random() * 100;', 'return delay;'], []],
    [
      'a vector that is filled later',
      [
        "const c = require('crypto');",
        'const iv = Buffer.alloc(12);',
        'c.randomFillSync(iv);',
        "return c.createCipheriv('aes-256-gcm', process.env.K, iv);",
      ],
      [],
    ],
    [
      'a comparison of two constants',
      [
        "const s = require('crypto').createHmac('sha256', process.env.K).update('a').digest('hex');",
        "return s === 'abc';",
      ],
      [],
    ],
    [
      'a promise that is waited for later',
      [
        "const p = require('@aws-sdk/client-s3');",
        'const sent = new p.S3Client({}).send(new p.PutObjectCommand({}));',
        'await sent;',
      ],
      [],
    ],
    [
      'a promise that is dropped',
      ["const p = require('@aws-sdk/client-s3');", 'new p.S3Client({}).send(new p.PutObjectCommand({}));'],
      ['3 floating-promise'],
    ],
    ['whether a secret is there', ['console.log(Boolean(process.env.API_KEY), process.env.API_KEY_ARN);'], []],
    ['a secret in a text', ['console.log(`key=${process.env.API_KEY}`);'], ['2 secret-logged']],
    ['the name of a secret', ['return { statusCode: 200, body: process.env.SECRET_NAME };'], []],
    [
      'a stack that is only logged',
      [
        'try { await fetch("https://a.example", { signal: event.signal }); } catch (error) { console.error(error.stack); throw error; }',
      ],
      [],
    ],
    [
      'a code of an exception',
      [
        'try { await fetch("https://a.example", { signal: event.signal }); } catch (error) { return { statusCode: error.statusCode, body: error.name }; }',
      ],
      [],
    ],
    [
      'a cookie that holds no session',
      ["return { statusCode: 200, headers: { 'Set-Cookie': 'theme=dark; Path=/' } };"],
      [],
    ],
    [
      'a cookie that is deleted',
      ["return { statusCode: 200, headers: { 'Set-Cookie': 'session=; Max-Age=0; Path=/' } };"],
      [],
    ],
    [
      'a cookie whose flags are put on elsewhere',
      ["return { statusCode: 200, headers: { 'Set-Cookie': `session=a${process.env.FLAGS}` } };"],
      [],
    ],
  ])('%s', async (_name, lines, expected) => {
    expect(await seen(within(...lines))).toEqual(expected);
  });

  it('a server of Express', async () => {
    const code = [
      "const express = require('express');",
      'const app = express();',
      "app.get('/orders', (req, res) => {",
      "  try { require('pg').Pool().query('SELECT 1'); } catch (error) {",
      '    return res.status(500).send(error.stack);',
      '  }',
      "  res.set('Access-Control-Allow-Origin', req.headers.origin);",
      "  res.set('Access-Control-Allow-Credentials', 'true');",
      "  res.cookie('session', 'x', { httpOnly: true });",
      '  res.json({ key: process.env.API_KEY });',
      '});',
      "exports.handler = require('serverless-http')(app);",
    ].join('\n');
    expect(await seen(code)).toEqual([
      '5 error-details-returned',
      '7 open-cors',
      '9 cookie-without-flags',
      '10 secret-returned',
    ]);
  });

  it('a secret at each place where it is answered, with the way to it', async () => {
    const code = within(
      'const config = { key: process.env.API_KEY };',
      'if (event.body) {',
      '  const body = JSON.stringify(config);',
      '  return { statusCode: 200, body };',
      '}',
      'return { statusCode: 200, body: JSON.stringify(config) };',
    );
    const [handler] = await handlersIn({ 'src/app.js': code });
    const found = handler?.observations.filter(({ kind }) => kind === 'secret-returned') ?? [];
    const line = (at: Location): number => linesOf(at).start;
    expect(found.map(({ at, steps }) => [line(at), steps.map((step) => line(step.at))])).toEqual([
      [5, [2, 4, 5]],
      [7, [2, 7]],
    ]);
  });

  it('a secret that is the whole answer, where it is returned', async () => {
    const code = [
      "const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager');",
      'const client = new SecretsManagerClient({});',
      'exports.handler = async () => {',
      "  const secret = await client.send(new GetSecretValueCommand({ SecretId: 'a' }));",
      "  console.info('read');",
      '  return secret.SecretString;',
      '};',
    ].join('\n');
    expect(await seen(code)).toEqual(['6 secret-returned']);
  });

  it('an exception that ends the call is not answered', async () => {
    const failing = (first: string) =>
      [
        'const answer = (text) => ({ statusCode: 500, body: text });',
        'exports.handler = (event, context, callback) => {',
        `  load(event.id).catch((error) => callback(${first}, answer(error.message)));`,
        '};',
      ].join('\n');
    expect(await seen(failing('null'))).toEqual(['3 error-details-returned']);
    expect(await seen(failing('error'))).toEqual([]);
    expect(await seen(failing("'failed'"))).toEqual([]);
  });

  it('records that are taken one by one by a function', async () => {
    const code = within(
      "const { S3Client, PutObjectCommand } = require('@aws-sdk/client-s3');",
      'await Promise.all(event.Records.map(async (record) => {',
      '  try { await new S3Client({}).send(new PutObjectCommand({ Key: record.key })); } catch (error) { console.error(error); }',
      '}));',
    );
    expect(await seen(code)).toEqual(['4 partial-batch-not-reported']);
  });
});

describe("what handlers' code in Python does wrong by itself", () => {
  const body = (...lines: readonly string[]) =>
    ['def handler(event, context):', ...lines.map((line) => `    ${line}`)].join('\n');

  it.each([
    [
      'a path for verification',
      'import requests\n',
      ["return requests.get('https://a.example', timeout=2, verify='ca.pem')"],
      [],
    ],
    [
      'a digest that says it is none of security',
      'import hashlib\n',
      ["token = hashlib.md5(event['id'].encode(), usedforsecurity=False).hexdigest()", 'return token'],
      [],
    ],
    [
      'a generator of the system',
      'import random\n',
      ['otp = random.SystemRandom().randint(0, 999999)', 'return otp'],
      [],
    ],
    [
      'a session that gives every call a time-out',
      'import requests\n',
      ["return requests.Session().get('https://a.example', **event['options'])"],
      [],
    ],
    [
      'a token that is read after it was checked',
      'import jwt\n',
      ["return jwt.decode(event['t'], event['k'], algorithms=['RS256'], audience='a')['sub']"],
      [],
    ],
    [
      'messages of a class of our own',
      'import boto3\nclass Gone(Exception):\n    pass\n',
      [
        'try:',
        "    boto3.client('s3').list_buckets()",
        'except Gone as error:',
        "    return {'statusCode': 404, 'body': str(error)}",
      ],
      [],
    ],
    [
      'an expected exception that is passed over',
      'import boto3\n',
      [
        'try:',
        "    boto3.client('s3').create_bucket(Bucket='a')",
        "except boto3.client('s3').exceptions.BucketAlreadyExists:",
        '    pass',
      ],
      [],
    ],
    [
      'origins of everybody with credentials',
      'from flask_cors import CORS\nCORS(None, supports_credentials=True)\n',
      ['return None'],
      ['2 open-cors'],
    ],
  ])('%s', async (_name, before, lines, expected) => {
    expect(await seen(`${before}${body(...lines)}`, 'src/app.py')).toEqual(expected);
  });
});
