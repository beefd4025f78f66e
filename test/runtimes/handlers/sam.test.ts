import { describe, expect, it } from '@jest/globals';
import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { handlersOf, placesOf } from '#test/runtimes/handlers/application';

const lens = templates([sam]);
const HEAD = "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:\n";

/** A template with one function for each list of properties. */
function template(...functions: readonly string[]): string {
  return (
    HEAD +
    functions
      .map((properties, index) => {
        const lines = properties.split(';').map((line) => `      ${line.trim()}\n`);
        return `  Fn${index}:\n    Type: AWS::Serverless::Function\n    Properties:\n${lines.join('')}`;
      })
      .join('')
  );
}

async function found(
  text: string,
  files: Readonly<Record<string, string>>,
  path = 'template.yaml',
): Promise<readonly string[]> {
  const { handlers } = await handlersOf(lens, [path], { ...files, [path]: text });
  return placesOf(handlers);
}

describe('where SAM functions start', () => {
  it.each([
    ['Runtime: nodejs22.x; Handler: app.handler; CodeUri: src/', 'src/app.mjs', 'src/app.mjs#handler'],
    ['Runtime: nodejs22.x; Handler: app.handler; CodeUri: src', 'src/app.ts', 'src/app.ts#handler'],
    ['Runtime: nodejs22.x; Handler: src/app.handler', 'src/app.js', 'src/app.js#handler'],
    ['Runtime: nodejs22.x; Handler: index.orders.process; CodeUri: .', 'index.js', 'index.js#orders.process'],
    ['Runtime: nodejs22.x; Handler: orders.handler.run; CodeUri: .', 'orders.handler.ts', 'orders.handler.ts#run'],
    ['Runtime: nodejs22.x; Handler: orders.handler; CodeUri: .', 'orders/index.ts', 'orders/index.ts#handler'],
    ['Runtime: python3.13; Handler: app.lambda_handler; CodeUri: src/', 'src/app.py', 'src/app.py#lambda_handler'],
    ['Runtime: python3.13; Handler: shop.api.main; CodeUri: .', 'shop/api.py', 'shop/api.py#main'],
    ['Runtime: python3.13; Handler: shop/api.main; CodeUri: .', 'shop/api.py', 'shop/api.py#main'],
    ['Runtime: python3.13; Handler: shop.main; CodeUri: .', 'shop/__init__.py', 'shop/__init__.py#main'],
    ['Runtime: nodejs22.x; Handler: dist/api/get.handler; CodeUri: .', 'src/api/get.ts', 'src/api/get.ts#handler'],
    ['Runtime: nodejs22.x; Handler: get.handler; CodeUri: dist/api', 'api/get.ts', 'api/get.ts#handler'],
    ['Runtime: nodejs22.x; Handler: app.handler; CodeUri: build/app.zip', 'src/app.ts', 'src/app.ts#handler'],
  ])('%s', async (properties, path, expected) => {
    expect(await found(template(properties), { [path]: '' })).toEqual([expected]);
  });

  it('a compiled file beside its source is not what people wrote', async () => {
    const text = template('Runtime: nodejs22.x; Handler: app.handler; CodeUri: src/');
    expect(await found(text, { 'src/app.js': '', 'src/app.ts': '', 'src/app.d.ts': '' })).toEqual([
      'src/app.ts#handler',
    ]);
  });

  it('paths are relative to the template', async () => {
    const text = template('Runtime: nodejs22.x; Handler: app.handler; CodeUri: ../functions/');
    expect(await found(text, { 'shop/functions/app.js': '' }, 'shop/infra/template.yaml')).toEqual([
      'shop/functions/app.js#handler',
    ]);
  });

  it('functions that share code are one handler with all their ways in', async () => {
    const path = 'template.yaml';
    const fn = 'Runtime: nodejs22.x; Handler: app.handler; CodeUri: src/';
    const { handlers } = await handlersOf(lens, [path], {
      [path]: template(
        `${fn}; FunctionUrlConfig: { AuthType: NONE }`,
        `${fn}; FunctionUrlConfig: { AuthType: AWS_IAM }`,
      ),
      'src/app.js': '',
    });
    expect(handlers).toHaveLength(1);
    expect(handlers[0]?.functions.map(({ logicalId }) => logicalId)).toEqual(['Fn0', 'Fn1']);
    expect(handlers[0]?.triggers.map(({ kind, reach }) => `${kind} ${reach}`)).toEqual([
      'function-url public',
      'function-url authenticated',
    ]);
  });

  it('looks through what watches a handler', async () => {
    const text = template(
      'Runtime: nodejs22.x; Handler: /opt/nodejs/node_modules/datadog-lambda-js/handler.handler; CodeUri: src/; Environment: { Variables: { DD_LAMBDA_HANDLER: app.main } }',
    );
    expect(await found(text, { 'src/app.js': '' })).toEqual(['src/app.js#main']);
  });

  it('layers add to where imports are looked for', async () => {
    const path = 'template.yaml';
    const layer =
      '  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: layers/shared/\n';
    const { handlers } = await handlersOf(lens, [path], {
      [path]: `${template('Runtime: python3.13; Handler: app.main; CodeUri: src/; Layers: [!Ref Shared]')}${layer}`,
      'src/app.py': '',
      'layers/shared/python/db.py': '',
    });
    expect(handlers[0]?.searchPath).toEqual(['src', 'layers/shared/python', 'layers/shared']);
  });
});

describe('handlers that are not found', () => {
  it('are told once for a template', async () => {
    const path = 'template.yaml';
    const fn = 'Runtime: nodejs22.x; Handler: gone.handler; CodeUri: src/';
    const { handlers, gaps } = await handlersOf(lens, [path], { [path]: template(fn, fn), 'src/app.js': '' });
    expect(handlers).toEqual([]);
    expect(gaps).toEqual([
      {
        kind: 'partial',
        path,
        line: 4,
        message: 'The code of Fn0, Fn1 was not looked at: the file that Handler names is not in the repository.',
      },
    ]);
  });

  it('are silent in other languages, in buckets, and for templates that did not change', async () => {
    const path = 'template.yaml';
    const java = 'Runtime: java21; Handler: shop.App::handle; CodeUri: src/';
    const bucket = 'Runtime: nodejs22.x; Handler: gone.handler; CodeUri: s3://code/app.zip';
    const layer = 'Runtime: nodejs22.x; Handler: /opt/nodejs/shared.handler; CodeUri: src/';
    const all = { [path]: template(java, bucket, layer), 'src/app.js': '' };
    expect((await handlersOf(lens, [path], all)).gaps).toEqual([]);
    const gone = template('Runtime: nodejs22.x; Handler: gone.handler; CodeUri: src/');
    const files = { [path]: gone, 'src/app.js': '' };
    expect((await handlersOf(lens, [path], files, new Set(['src/app.js']))).gaps).toEqual([]);
  });
});

describe('what a change can affect', () => {
  const path = 'template.yaml';
  const files = {
    [path]: template(
      'Runtime: nodejs22.x; Handler: app.handler; CodeUri: a/',
      'Runtime: nodejs22.x; Handler: app.handler; CodeUri: b/',
    ),
    'a/app.js': '',
    'a/db.js': '',
    'b/app.js': '',
    'lib/log.ts': '',
    'lib/log.test.ts': '',
    'package.json': '{}',
    'README.md': '',
  };

  it.each([
    ['the template', path, ['a/app.js#handler', 'b/app.js#handler']],
    ['the entry', 'a/app.js', ['a/app.js#handler']],
    ['code beside the entry', 'a/db.js', ['a/app.js#handler']],
    ['code of the same package elsewhere', 'lib/log.ts', ['a/app.js#handler', 'b/app.js#handler']],
    ['a test', 'lib/log.test.ts', []],
    ['something else', 'README.md', []],
  ])('%s', async (_what, changed, expected) => {
    const { handlers } = await handlersOf(lens, [path], files, new Set([changed]));
    expect(placesOf(handlers)).toEqual(expected);
  });

  it('a handler that is affected has all ways in, also those of templates that are not', async () => {
    const fn = 'Runtime: nodejs22.x; Handler: app.handler; CodeUri: ';
    const two = {
      'x/template.yaml': template(`${fn}../src/`),
      'y/template.yaml': template(`${fn}../src/`),
      'src/app.js': '',
    };
    const { handlers } = await handlersOf(
      lens,
      ['x/template.yaml', 'y/template.yaml'],
      two,
      new Set(['x/template.yaml']),
    );
    expect(handlers.map(({ functions }) => functions.map(({ id }) => id))).toEqual([
      ['x/template.yaml#Fn0', 'y/template.yaml#Fn0'],
    ]);
  });
});
