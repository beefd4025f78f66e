import { describe, expect, it } from '@jest/globals';
import { cdk } from '#frameworks/cdk/index';
import { templates } from '#frameworks/cloudformation/index';
import type { Framework } from '#frameworks/framework';
import { sam } from '#frameworks/sam/index';
import { serverless } from '#frameworks/serverless/index';
import { terraform } from '#frameworks/terraform/index';
import { handlersOf, placesOf } from '#test/runtimes/handlers/application';

/** Where the handlers of one template stand, when the repository has these files besides. */
async function found(
  framework: Framework,
  path: string,
  text: string,
  files: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { handlers } = await handlersOf(framework, [path], { ...files, [path]: text });
  return placesOf(handlers.filter(({ confidence }) => confidence === 'high'));
}

describe('Serverless Framework', () => {
  const service = (handler: string, runtime = 'nodejs22.x', more = '') =>
    `service: shop\nprovider:\n  name: aws\n  runtime: ${runtime}\n${more}functions:\n  get:\n    handler: ${handler}\n`;

  it.each([
    ['src/orders/get.handler', 'nodejs22.x', 'src/orders/get.ts', 'src/orders/get.ts#handler'],
    ['./src/orders/get.main', 'nodejs22.x', 'src/orders/get.js', 'src/orders/get.js#main'],
    ['src/orders/get.handler', 'nodejs22.x', 'src/orders/get/index.ts', 'src/orders/get/index.ts#handler'],
    ['dist/get.handler', 'nodejs22.x', 'src/get.ts', 'src/get.ts#handler'],
    ['handler.get', 'python3.13', 'handler.py', 'handler.py#get'],
    ['functions/get/handler.get', 'python3.13', 'functions/get/handler.py', 'functions/get/handler.py#get'],
  ])('%s of %s', async (handler, runtime, file, expected) => {
    expect(await found(serverless, 'serverless.yml', service(handler, runtime), { [file]: '' })).toEqual([expected]);
  });

  it('is relative to the service', async () => {
    const files = { 'packages/core/fn/get.ts': '', 'src/get.ts': '' };
    const text = service('../../packages/core/fn/get.handler');
    expect(await found(serverless, 'services/a/serverless.yml', text, files)).toEqual([
      'packages/core/fn/get.ts#handler',
    ]);
  });

  it('looks behind serverless-wsgi', async () => {
    const text = service('wsgi_handler.handler', 'python3.13', 'custom:\n  wsgi:\n    app: shop.api.app\n');
    expect(await found(serverless, 'serverless.yml', text, { 'shop/api.py': '' })).toEqual(['shop/api.py#']);
  });
});

describe('Terraform', () => {
  const fn = (filename: string, handler = 'app.handler', runtime = 'python3.13') =>
    `resource "aws_lambda_function" "get" {\n  function_name = "get"\n  role = "r"\n  handler = "${handler}"\n  runtime = "${runtime}"\n  filename = ${filename}\n}\n`;
  const archive = (source: string) =>
    `data "archive_file" "code" {\n  type = "zip"\n  ${source}\n  output_path = "code.zip"\n}\n`;

  it.each([
    ['source_dir = "${path.module}/../src"', 'src/app.py'],
    ['source_file = "${path.module}/../src/app.py"', 'src/app.py'],
  ])('code of archive_file: %s', async (source, file) => {
    const text = archive(source) + fn('data.archive_file.code.output_path');
    expect(await found(terraform, 'infra/main.tf', text, { [file]: '' })).toEqual([`${file}#handler`]);
  });

  it.each([
    ['content = "def handler(event, context): pass"', 'infra/main.tf#handler'],
    ['content = <<-EOF\n    def handler(event, context):\n      pass\n  EOF', 'infra/main.tf#handler'],
    ['content = file("${path.module}/code/app.py")', 'infra/code/app.py#handler'],
  ])('a text of archive_file: %s', async (content, place) => {
    const text = archive(`source {\n  filename = "app.py"\n  ${content}\n}`) + fn('data.archive_file.code.output_path');
    expect(await found(terraform, 'infra/main.tf', text, { 'infra/code/app.py': '' })).toEqual([place]);
  });

  it('a package that something else makes is looked for near the configuration', async () => {
    const text = fn('"${path.module}/build/get.zip"', 'index.handler', 'nodejs22.x');
    const files = { 'functions/get/index.ts': '', 'functions/put/index.ts': '', 'functions/get/index.test.ts': '' };
    expect(await found(terraform, 'infra/main.tf', text, files)).toEqual(['functions/get/index.ts#handler']);
    // Which of two it is cannot be told.
    const other = fn('"x.zip"', 'index.handler', 'nodejs22.x').replace('"get" {', '"it" {').replace('"get"', '"it"');
    expect(await found(terraform, 'infra/main.tf', other, files)).toEqual([]);
  });

  it('paths in a local module are relative to the root module', async () => {
    const files = {
      'modules/fn/main.tf': `variable "dir" {}\n${archive('source_dir = var.dir')}${fn('data.archive_file.code.output_path')}`,
      'src/app.py': '',
    };
    const text = 'module "fn" {\n  source = "./modules/fn"\n  dir = "./src"\n}\n';
    expect(await found(terraform, 'main.tf', text, files)).toEqual(['src/app.py#handler']);
  });

  it('the module of terraform-aws-modules names its source', async () => {
    const text =
      'module "get" {\n  source = "terraform-aws-modules/lambda/aws"\n  function_name = "get"\n  handler = "app.handler"\n  runtime = "python3.13"\n  source_path = "src"\n}\n';
    expect(await found(terraform, 'main.tf', text, { 'src/app.py': '' })).toEqual(['src/app.py#handler']);
  });
});

describe('CDK', () => {
  const lens = templates([cdk]);
  const HASH = 'a'.repeat(64);
  const synthesized = (handler: string, runtime: string) =>
    JSON.stringify({
      Resources: {
        Get1A2B3C4D: {
          Type: 'AWS::Lambda::Function',
          Properties: { Code: { S3Bucket: 'b', S3Key: `${HASH}.zip` }, Handler: handler, Runtime: runtime },
          Metadata: {
            'aws:cdk:path': 'Shop/Get/Resource',
            'aws:asset:path': `asset.${HASH}`,
            'aws:asset:property': 'Code',
          },
        },
        CDKMetadata: {
          Type: 'AWS::CDK::Metadata',
          Properties: {},
          Metadata: { 'aws:cdk:path': 'Shop/CDKMetadata/Default' },
        },
      },
    });
  const stack = (construction: string) =>
    `import * as cdk from 'aws-cdk-lib';\nimport { Construct } from 'constructs';\nexport class Shop extends cdk.Stack {\n  constructor(scope: Construct, id: string) {\n    super(scope, id);\n    ${construction}\n  }\n}\n`;
  const of = (
    construction: string,
    files: Readonly<Record<string, string>>,
    handler = 'index.handler',
    runtime = 'nodejs22.x',
  ) =>
    found(lens, 'cdk.out/Shop.template.json', synthesized(handler, runtime), {
      'cdk.json': '{ "app": "npx tsx lib/shop.ts" }',
      'lib/shop.ts': stack(construction),
      ...files,
    });

  it('NodejsFunction names its entry', async () => {
    const construction = "new NodejsFunction(this, 'Get', { entry: path.join(__dirname, '..', 'src', 'get.ts') });";
    expect(await of(construction, { 'src/get.ts': '' })).toEqual(['src/get.ts#handler']);
    expect(
      await of("new NodejsFunction(this, 'Get', { entry: `${__dirname}/../src/get.ts` });", { 'src/get.ts': '' }),
    ).toEqual(['src/get.ts#handler']);
    expect(await of("new NodejsFunction(this, 'Get', { entry: 'src/get.ts' });", { 'src/get.ts': '' })).toEqual([
      'src/get.ts#handler',
    ]);
  });

  it('NodejsFunction without an entry looks beside its file', async () => {
    expect(await of("new NodejsFunction(this, 'Get');", { 'lib/shop.Get.ts': '' })).toEqual([
      'lib/shop.Get.ts#handler',
    ]);
  });

  it('a function of an asset names its directory', async () => {
    const construction =
      "new lambda.Function(this, 'Get', { handler: 'get.run', code: lambda.Code.fromAsset(path.join(__dirname, '../src')) });";
    expect(await of(construction, { 'src/get.py': '' }, 'get.run', 'python3.13')).toEqual(['src/get.py#run']);
  });

  it('PythonFunction names its entry and index', async () => {
    const construction = "new PythonFunction(this, 'Get', { entry: 'src', index: 'get.py', handler: 'run' });";
    expect(await of(construction, { 'src/get.py': '' }, 'get.run', 'python3.13')).toEqual(['src/get.py#run']);
  });
});

describe('SAM images and servers', () => {
  const lens = templates([sam]);
  const image = (more = '') => `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Get:
    Type: AWS::Serverless::Function
    Metadata: { DockerContext: ./get, Dockerfile: Dockerfile }
    Properties: { PackageType: Image${more} }
`;

  it.each([
    [
      'FROM public.ecr.aws/lambda/python:3.13\nCOPY app.py ./\nCMD ["app.lambda_handler"]\n',
      '',
      'get/app.py',
      'get/app.py#lambda_handler',
    ],
    [
      'FROM public.ecr.aws/lambda/nodejs:22\nCOPY . .\nCMD [ "src/app.handler" ]\n',
      '',
      'get/src/app.ts',
      'get/src/app.ts#handler',
    ],
    [
      'FROM public.ecr.aws/lambda/nodejs:22\n',
      ', ImageConfig: { Command: [app.handler] }',
      'get/app.js',
      'get/app.js#handler',
    ],
    ['FROM python:3.13\nCMD ["uvicorn", "main:app", "--port", "8080"]\n', '', 'get/main.py', 'get/main.py#'],
    ['FROM node:22\nCMD ["node", "dist/server.js"]\n', '', 'get/src/server.ts', 'get/src/server.ts#'],
  ])('%j', async (dockerfile, more, file, expected) => {
    expect(await found(lens, 'template.yaml', image(more), { 'get/Dockerfile': dockerfile, [file]: '' })).toEqual([
      expected,
    ]);
  });

  it('a script that starts a server', async () => {
    const text = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Get:
    Type: AWS::Serverless::Function
    Properties: { Runtime: python3.13, Handler: run.sh, CodeUri: src/ }
`;
    const files = {
      'src/run.sh': '#!/bin/bash\n# node x.js\nexec python -m uvicorn --port=$PORT app:app\n',
      'src/app.py': '',
    };
    expect(await found(lens, 'template.yaml', text, files)).toEqual(['src/app.py#']);
  });
});
