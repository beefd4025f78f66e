import { describe, expect, it } from '@jest/globals';
import { handlersIn } from '#test/runtimes/run';

const ROUTES = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: RUNTIME
      Handler: app.handler
      CodeUri: src/
      Events:
        List: { Type: TYPE, Properties: { Path: /orders, Method: GET } }
        Create: { Type: TYPE, Properties: { Path: /orders, Method: POST } }
        Remove: { Type: TYPE, Properties: { Path: '/orders/{id}', Method: DELETE } }
`;

/** The routes that each flow comes in through, line by line. */
async function routes(code: string, type: 'Api' | 'HttpApi' = 'Api', path = 'src/app.js'): Promise<readonly string[]> {
  const runtime = path.endsWith('.py') ? 'python3.13' : 'nodejs22.x';
  const template = ROUTES.replaceAll('TYPE', type).replace('RUNTIME', runtime);
  const handlers = await handlersIn({ 'template.yaml': template, [path]: code });
  return handlers
    .flatMap(({ flows }) => [...flows])
    .sort((a, b) => a.at.span.start - b.at.span.start)
    .map(({ source }) => source.triggers.map(({ label }) => label).join(', '));
}

const javascript = (...lines: readonly string[]) =>
  `const { exec } = require('child_process');\nconst run = (event) => exec(JSON.parse(event.body).name);\nexports.handler = async (event) => {\n${lines.join('\n')}\n};\n`;

const ALL = ['GET /orders, POST /orders, DELETE /orders/{id}'];

describe('code that asks which route was called', () => {
  it.each([
    ['if (event.httpMethod === "POST") run(event);', ['POST /orders']],
    ['if (event.httpMethod !== "POST") return;\nrun(event);', ['POST /orders']],
    ['const { httpMethod } = event;\nif (httpMethod !== "GET") run(event);', ['POST /orders, DELETE /orders/{id}']],
    ['const is = (e) => e.httpMethod === "POST";\nif (is(event)) run(event);', ['POST /orders']],
    ['if (event.httpMethod === "GET" || event.httpMethod === "POST") run(event);', ['GET /orders, POST /orders']],
    ['if (event.resource === "/orders" && event.httpMethod === "GET") run(event);', ['GET /orders']],
    ['switch (event.httpMethod) { case "POST": case "GET": run(event); }', ['GET /orders, POST /orders']],
    ['switch (event.httpMethod) { case "GET": break; default: run(event); }', ['POST /orders, DELETE /orders/{id}']],
    // No route of the template leads there.
    ['if (event.httpMethod === "PATCH") run(event);', []],
    // What is compared with is not known, or it is not the route.
    ['if (event.httpMethod === process.env.METHOD) run(event);', ALL],
    ['if (event.headers.httpMethod === "POST") run(event);', ALL],
    ['if (event.httpMethod) run(event);', ALL],
    ['if (event.httpMethod === "POST") console.log(1);\nrun(event);', ALL],
  ])('%s', async (line, expected) => {
    expect(await routes(javascript(line))).toEqual(expected);
  });

  it.each([
    ['if (event.requestContext.http.method === "POST") run(event);', ['POST /orders']],
    ['switch (event.routeKey) { case "DELETE /orders/{id}": run(event); }', ['DELETE /orders/{id}']],
  ])('of an HTTP API: %s', async (line, expected) => {
    expect(await routes(javascript(line), 'HttpApi')).toEqual(expected);
  });

  it.each([
    ['if event["httpMethod"] == "POST":\n        os.system(event["body"])', ['POST /orders']],
    ['if event.get("httpMethod") == "POST":\n        os.system(event["body"])', ['POST /orders']],
    ['match event["httpMethod"]:\n        case "POST":\n            os.system(event["body"])', ['POST /orders']],
  ])('in Python: %s', async (line, expected) => {
    const code = `import os\n\ndef handler(event, context):\n    ${line}\n`;
    expect(await routes(code, 'Api', 'src/app.py')).toEqual(expected);
  });
});

describe('a function that is registered for a route', () => {
  it.each([
    ['@app.post("/orders")', ['POST /orders']],
    ['@app.delete("/orders/<order_id>")', ['DELETE /orders/{id}']],
    ['@app.route("/orders", method=["GET", "POST"])', ['GET /orders, POST /orders']],
    // A path that no template has the same way may be a part of one.
    ['@app.post("/")', ALL],
  ])('%s', async (decorator, expected) => {
    const code = [
      'import os',
      'from aws_lambda_powertools.event_handler import APIGatewayRestResolver',
      'app = APIGatewayRestResolver()',
      decorator,
      'def order(**names):',
      '    os.system(app.current_event.json_body["name"])',
      'def handler(event, context):',
      '    return app.resolve(event, context)',
    ].join('\n');
    expect(await routes(code, 'Api', 'src/app.py')).toEqual(expected);
  });
});
