import { describe, expect, test } from '@jest/globals';
import { linesOf } from '#source/file';
import { handlersIn } from '#test/runtimes/run';

/** `4 secret-returned` of each observation of a kind, in the order of lines. */
async function seen(kind: string, code: string, path: string): Promise<readonly string[]> {
  const handlers = await handlersIn({ [path]: code });
  return handlers
    .flatMap(({ observations }) => observations.filter((one) => one.kind === kind))
    .map(({ at }) => `${linesOf(at).start} ${kind}`);
}

const express = (...lines: readonly string[]) =>
  `const express = require('express'); const serverless = require('serverless-http'); const app = express();\n${lines.join('\n')}\nmodule.exports.handler = serverless(app);\n`;
const python = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('errors that are answered', () => {
  test.each([
    ['app.use((error, req, res, next) => { res.status(500).json({ message: error.message }); });', 1],
    ['app.use((error, req, res, next) => { res.status(500).send(error.stack); });', 1],
    ["app.use((error, req, res, next) => { res.status(500).json({ message: 'It did not work' }); });", 0],
    // Errors with a status of their own are made for the caller.
    ['app.use((error, req, res, next) => { res.status(error.status || 500).json({ message: error.message }); });', 0],
    [
      "app.use((error, req, res, next) => { res.status(500).json({ stack: process.env.NODE_ENV === 'production' ? undefined : error.stack }); });",
      0,
    ],
    ['app.use((req, res, next) => { res.json({ message: req.message }); });', 0],
  ])('%s', async (line, count) => {
    const found = await seen('error-details-returned', express(line), 'src/app.js');
    expect(found).toEqual(count === 0 ? [] : ['2 error-details-returned']);
  });

  test('in a text of several lines where it stands', async () => {
    const code = python(
      'def handler(event, context):',
      '    try:',
      '        load(event)',
      '    except Exception as e:',
      '        return {',
      '            "statusCode": 500,',
      '            "body": f"""',
      '<h1>Error</h1>',
      '<p>{str(e)}</p>',
      '""",',
      '        }',
    );
    expect(await seen('error-details-returned', code, 'src/app.py')).toEqual(['9 error-details-returned']);
  });

  const fastapi = (raised: string, caught = 'Exception') =>
    python(
      'from fastapi import FastAPI, HTTPException',
      'from mangum import Mangum',
      'app = FastAPI()',
      '@app.get("/towns")',
      'def towns():',
      '    try:',
      '        return read()',
      `    except ${caught} as error:`,
      `        raise ${raised}`,
      'handler = Mangum(app)',
    );

  test.each([
    [fastapi('HTTPException(status_code=500, detail=str(error))'), ['9 error-details-returned']],
    [fastapi('HTTPException(500, f"failed: {error}")'), ['9 error-details-returned']],
    [fastapi('HTTPException(status_code=500, detail="It did not work") from error'), []],
    [fastapi('HTTPException(status_code=400, detail=str(error))', 'ValueError'), []],
  ])('%s', async (code, expected) => {
    expect(await seen('error-details-returned', code, 'src/app.py')).toEqual(expected);
  });
});

describe('all variables of the environment', () => {
  test.each([
    ['return {"statusCode": 200, "body": json.dumps(dict(os.environ))}', 1],
    ['return {"statusCode": 200, "body": json.dumps({"env": {n: v for n, v in os.environ.items()}})}', 1],
    ['return {"statusCode": 200, "body": json.dumps({**os.environ})}', 1],
    [
      'return {"statusCode": 200, "body": json.dumps({n: v for n, v in os.environ.items() if n.startswith("PUBLIC_")})}',
      0,
    ],
    ['return {"statusCode": 200, "body": json.dumps([n for n, _ in os.environ.items()])}', 0],
    ['return {"statusCode": 200, "body": json.dumps({"region": os.environ["AWS_REGION"]})}', 0],
    ['return {"statusCode": 200, "body": os.environ["BASIC_TIER_API_KEY"]}', 1],
    // API Gateway asks an authorizer for the key of the caller's usage plan.
    ['return {"principalId": "a", "policyDocument": {}, "usageIdentifierKey": os.environ["BASIC_TIER_API_KEY"]}', 0],
  ])('%s', async (line, count) => {
    const code = python('import json', 'import os', 'def handler(event, context):', `    ${line}`);
    expect(await seen('secret-returned', code, 'src/app.py')).toHaveLength(count);
  });

  test.each([
    ['return { statusCode: 200, body: JSON.stringify({ env: process.env }) };', 1],
    ['return { statusCode: 200, body: JSON.stringify({ ...process.env, at: 1 }) };', 1],
    ['return { statusCode: 200, body: JSON.stringify(Object.entries(process.env)) };', 1],
    ['return { statusCode: 200, body: JSON.stringify({ region: process.env.AWS_REGION }) };', 0],
    ['return { statusCode: 200, body: JSON.stringify(Object.keys(process.env)) };', 0],
  ])('%s', async (line, count) => {
    const code = `exports.handler = async (event) => {\n${line}\n};`;
    expect(await seen('secret-returned', code, 'src/app.js')).toHaveLength(count);
  });

  test('as JSON of a response', async () => {
    expect(
      await seen('secret-returned', express("app.get('/x', (req, res) => res.json(process.env));"), 'src/app.js'),
    ).toHaveLength(1);
  });
});
