import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const RULE = (title: string): string => `import { code } from '#finding/markdown';
import { defineRule } from '#finding/rule';

/** The provider's page that says what the property does and what its default is. */
export const rule = defineRule({
  title: '${title}',
  why: 'What an attacker does with it, or what is lost. Two or three sentences.',
  how: 'What to write instead, with the property\\'s name.',
  severity: 'medium',
  confidence: 'high',
  lifecycle: 'nursery',
  practices: [],
  cwe: [],
  references: [],
  aliases: {},
  subject: 'AWS::Lambda::Function',
  *check(fn) {
    for (const mode of fn.at('TracingConfig', 'Mode')) {
      if (!mode.is('PassThrough')) continue;
      yield {
        at: mode,
        message: \`What is wrong with \${code(fn.name)} and what it allows.\`,
        remedy: { title: 'Imperative for the suggestion', applicability: 'unsafe', patches: [mode.set('Active')] },
      };
    }
  },
});
`;

const SAM = (line: string): string => `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.handler
      CodeUri: src/
      ${line}
`;

const CLOUDFORMATION = (line: string): string => `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: orders.handler
      Role: arn:aws:iam::123456789012:role/orders
      Code: { S3Bucket: artifacts, S3Key: orders.zip }
      TracingConfig:
        ${line}
`;

const CDK = (mode: string): string => `import { App, aws_lambda as lambda, Stack } from 'aws-cdk-lib';

const stack = new Stack(new App(), 'App');
new lambda.Function(stack, 'Orders', {${mode === 'PASS_THROUGH' ? ' // expect' : ''}
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  tracing: lambda.Tracing.${mode},
});
`;

/** Makes a rule's folder from its id, with examples to be filled in, and puts it into the catalogue. */
function main(id: string | undefined): void {
  if (!id || !/^[a-z0-9]+\/[a-z0-9-]+\/[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
    console.error(
      'Usage: npm run new:rule -- provider/service/name, in lower case: aws/lambda/function-url-requires-auth',
    );
    process.exitCode = 2;
    return;
  }
  const folder = join(root, 'src/rules', id);
  if (existsSync(folder)) {
    console.error(`${id} exists already: ids of rules are never used twice.`);
    process.exitCode = 2;
    return;
  }
  const name = (id.split('/').at(-1) ?? '').replaceAll('-', ' ');
  const files: Readonly<Record<string, string>> = {
    'rule.ts': RULE(`${name[0]?.toUpperCase()}${name.slice(1)}`),
    'examples/sam.bad.yaml': SAM('Tracing: PassThrough # expect'),
    'examples/sam.good.yaml': SAM('Tracing: Active'),
    'examples/cloudformation.bad.yaml': CLOUDFORMATION('Mode: PassThrough # expect'),
    'examples/cloudformation.good.yaml': CLOUDFORMATION('Mode: Active'),
    'examples/cdk.bad/lib/app.ts': CDK('PASS_THROUGH'),
    'examples/cdk.good/lib/app.ts': CDK('ACTIVE'),
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  execFileSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', 'tools/generate.ts', 'src/rules/catalogue.generated.ts'],
    { cwd: root, stdio: 'inherit' },
  );
  console.log(`made src/rules/${id}; next: docs/writing-rules.md`);
}

main(process.argv[2]);
