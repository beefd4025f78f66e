import { describe, expect, it } from '@jest/globals';
import type { Handler } from '#model/handler';
import { linesOf } from '#source/file';
import { flowsIn, handlersIn } from '#test/runtimes/run';

/** A function of CloudFormation behind an open URL, whose code is what follows `Code:`. */
function template(runtime: string, code: string, handler = 'index.handler'): string {
  return `AWSTemplateFormatVersion: '2010-09-09'
Resources:
  Fn:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: ${runtime}
      Handler: ${handler}
      Role: arn:aws:iam::111122223333:role/own
      Code:
        ZipFile: ${code}
  Url:
    Type: AWS::Lambda::Url
    Properties: { AuthType: NONE, TargetFunctionArn: !Ref Fn }
  Table:
    Type: AWS::DynamoDB::Table
    Properties: {}
`;
}

function block(code: string, header = '|'): string {
  const lines = code.trimEnd().split('\n');
  return `${header}\n${lines.map((line) => (line === '' ? '' : `          ${line}`)).join('\n')}`;
}

async function handlerOf(files: Readonly<Record<string, string>>): Promise<Handler> {
  const [handler] = await handlersIn(files);
  if (!handler) throw new Error('no handler was found');
  return handler;
}

/** What the operations are called on, and where they are written. */
async function operationsIn(text: string): Promise<readonly string[]> {
  const { operations } = await handlerOf({ 'template.yaml': text });
  return [
    ...operations.operations.map(({ name, resources, at }) => {
      const table = resources.get('TableName');
      const told = table?.kind === 'template' ? `template ${table.text}` : table?.kind === 'literal' ? table.text : '?';
      return `${linesOf(at).start} ${name} ${told}`;
    }),
    ...operations.gaps.map(({ why }) => `gap ${why}`),
  ];
}

const PYTHON = `import subprocess
import cfnresponse


def handler(event, context):
    name = event['queryStringParameters']['name']
    subprocess.run('ls ' + name, shell=True)
    cfnresponse.send(event, context, cfnresponse.SUCCESS, {})
`;

const JAVASCRIPT = `const { exec } = require('child_process');
const response = require('cfn-response');
exports.handler = async (event) => {
  exec('ls ' + event.queryStringParameters.name);
};
`;

describe('code in a template', () => {
  it.each([
    ['|', 17],
    ['|-', 17],
    ['|2', 17],
    ['| # the code', 17],
    ['!Sub |', 17],
  ])('is followed in a block under %s, at its own lines', async (header, line) => {
    const files = { 'template.yaml': template('python3.13', block(PYTHON, header)) };
    expect(await flowsIn(files)).toEqual([
      `template.yaml:${line} command <- event['queryStringParameters']['name']`
        .replaceAll("['", '.')
        .replaceAll("']", ''),
    ]);
  });

  it('is placed exactly', async () => {
    const text = template('python3.13', block(PYTHON));
    const { flows, at, files, gaps } = await handlerOf({ 'template.yaml': text });
    const [flow] = flows;
    expect(flow?.at.file.slice(flow.at.span)).toBe("'ls ' + name");
    expect(flow?.at.file.text).toBe(text);
    expect(at.file.position(at.span.start)).toEqual({ line: 15, column: 15 });
    expect(files.map(({ path }) => path)).toEqual(['template.yaml']);
    expect(gaps).toEqual([]);
  });

  it('is followed in JavaScript, as a module of either kind', async () => {
    const modern = JAVASCRIPT.replace('exports.handler =', 'export const handler =');
    for (const code of [JAVASCRIPT, modern])
      expect(await flowsIn({ 'template.yaml': template('nodejs22.x', block(code)) })).toEqual([
        'template.yaml:14 command <- event.queryStringParameters.name',
      ]);
  });

  it('is followed within quotes', async () => {
    const code = `"exports.handler = async (event) => { require('child_process').exec(event.body); };"`;
    expect(await flowsIn({ 'template.yaml': template('nodejs22.x', code) })).toEqual([
      'template.yaml:10 command <- event.body',
    ]);
  });

  it('is followed in SAM', async () => {
    const text = `Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      InlineCode: |
        exports.handler = async (event) => {
          require('child_process').exec(event.body);
        };
      Events: { Api: { Type: HttpApi, Properties: { Path: /, Method: POST } } }
`;
    expect(await flowsIn({ 'template.yaml': text })).toEqual(['template.yaml:10 command <- event.body']);
  });

  it('has lines that end with carriage returns, too', async () => {
    const text = template('python3.13', block(PYTHON)).replaceAll('\n', '\r\n');
    expect(await flowsIn({ 'template.yaml': text })).toEqual([
      'template.yaml:17 command <- event.queryStringParameters.name',
    ]);
  });

  it('is of the functions that declare it, each by itself', async () => {
    const two = template('python3.13', block(PYTHON)).replace(
      '  Url:',
      `  Other:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs22.x\n      Handler: index.handler\n      Role: arn:aws:iam::111122223333:role/own\n      Code: { ZipFile: 'exports.handler = async () => 1;' }\n  Url:`,
    );
    const handlers = await handlersIn({ 'template.yaml': two });
    expect(handlers.map(({ id, language }) => `${id} ${language}`)).toEqual([
      'template.yaml#Fn.handler python',
      'template.yaml#Other.handler javascript',
    ]);
  });

  it('imports nothing that stands beside the template', async () => {
    const code = `import orders\n\ndef handler(event, context):\n    orders.run(event['body'])\n`;
    const orders = 'import os\n\ndef run(text):\n    os.system(text)\n';
    const files = { 'template.yaml': template('python3.13', block(code)), 'orders.py': orders };
    const own = (await handlersIn(files)).find(({ id }) => id.startsWith('template.yaml'));
    expect(own?.flows).toEqual([]);
    expect(own?.files.map(({ path }) => path)).toEqual(['template.yaml']);
  });

  it('that is broken is told, and followed around it', async () => {
    const code = PYTHON.replace('import cfnresponse', 'import (((');
    const { gaps, operations } = await handlerOf({ 'template.yaml': template('python3.13', block(code)) });
    expect(gaps.map(({ at, message }) => `${linesOf(at).start} ${message}`)).toEqual([
      expect.stringMatching(/^1[23] This part could not be read, because the code is broken here/),
    ]);
    expect(operations.gaps).not.toEqual([]);
  });

  it('that is longer than what is followed, in another language or not known is left alone', async () => {
    const long = `${PYTHON}${'# padding of the code\n'.repeat(10_000)}`;
    expect(await handlersIn({ 'template.yaml': template('python3.13', block(long)) })).toEqual([]);
    expect(await handlersIn({ 'template.yaml': template('ruby3.4', block(PYTHON)) })).toEqual([]);
    expect(await handlersIn({ 'template.yaml': template('python3.13', '!ImportValue Code') })).toEqual([]);
  });

  it('of an unknown runtime is told by its shape', async () => {
    const text = template('!ImportValue Runtime', block(PYTHON));
    expect((await handlersIn({ 'template.yaml': text })).map(({ language }) => language)).toEqual(['python']);
  });
});

describe('code that a template fills in', () => {
  const code = `import boto3
import os

client = boto3.client('dynamodb', region_name='\${AWS::Region}')
LIMIT = \${Limit}

def handler(event, context):
    client.delete_item(TableName='\${Table}', Key={})
    client.put_item(TableName='orders-\${Stage}', Item={})
    os.system(f'ls {event["body"]} \${Stage}')
`;
  const parameters = 'Parameters:\n  Stage: { Type: String }\n  Limit: { Type: Number, Default: 5 }\nResources:';

  it('names the resources of the template', async () => {
    const text = template('python3.13', block(code, '!Sub |')).replace('Resources:', parameters);
    expect(await operationsIn(text)).toEqual(['21 DeleteItem template ${Table}', '22 PutItem ?']);
    expect(await flowsIn({ 'template.yaml': text })).toEqual(['template.yaml:23 command <- event.body']);
  });

  it('takes what a map gives to its variables', async () => {
    const list = `\n          Fn::Sub:\n            - |\n${code
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `              ${line}`))
      .join('\n')}\n            - { Stage: blue, Limit: 3 }`;
    const { operations } = await handlerOf({ 'template.yaml': template('python3.13', list) });
    expect(operations.operations.map(({ at, name }) => `${linesOf(at).start} ${name}`)).toEqual([
      '20 DeleteItem',
      '21 PutItem',
    ]);
    expect(operations.gaps).toEqual([]);
  });

  it('does not take a literal for what another deployment may choose otherwise', async () => {
    const text = template('python3.13', block(code, '!Sub |')).replace(
      'Resources:',
      parameters.replace('{ Type: String }', '{ Type: String, Default: dev }'),
    );
    const { operations } = await handlerOf({ 'template.yaml': text });
    const table = operations.operations[1]?.resources.get('TableName');
    const [, stage] = table?.kind === 'joined' ? table.parts : [];
    expect(stage?.kind === 'template' && [stage.text, String(stage.written)]).toEqual(['dev', '${Stage}']);
  });

  it('keeps what a template literal of JavaScript fills in itself', async () => {
    const script = `const { exec } = require('child_process');
exports.handler = async (event) => {
  exec(\`ls \${!event.body} \${Stage}\`);
};
`;
    const text = template('nodejs22.x', block(script, '!Sub |')).replace('Resources:', parameters);
    expect(await flowsIn({ 'template.yaml': text })).toEqual(['template.yaml:16 command <- event.body']);
  });
});

describe('code that does not stand in the template as it is', () => {
  const escaped = (code: string) => JSON.stringify(code);

  it('has the place of its property where it is escaped', async () => {
    const text = template('python3.13', escaped(PYTHON));
    const { flows } = await handlerOf({ 'template.yaml': text });
    expect(flows.map(({ at }) => linesOf(at).start)).toEqual([10]);
    expect(flows.map(({ rewrite }) => rewrite)).toEqual([undefined]);
  });

  it('has the line of each piece that it is joined from', async () => {
    const lines = PYTHON.trimEnd()
      .split('\n')
      .map((line) => `              - ${JSON.stringify(line)}\n`)
      .join('');
    const text = template(
      'python3.13',
      `\n          Fn::Join:\n            - "\\n"\n            -\n${lines}`.trimEnd(),
    );
    const { flows } = await handlerOf({ 'template.yaml': text });
    expect(flows.map(({ at }) => at.file.line(linesOf(at).start).trim())).toEqual([
      `- "    subprocess.run('ls ' + name, shell=True)"`,
    ]);
  });

  it('names the resources that it is joined with', async () => {
    const start = "import boto3\ndef handler(event, context):\n    boto3.client('dynamodb').put_item(TableName='";
    const join = `!Join ['', [${escaped(start)}, !Ref Table, ${escaped("', Item={})\n")}]]`;
    expect(await operationsIn(template('python3.13', join))).toEqual(['10 PutItem template ${Table}']);
  });
});

// What grows with the square of any of these takes minutes, and the tests run out of time.
describe('code in a template is read in bounded time', () => {
  it.each([
    ['lines that look like the heads of blocks', block('# x: |\n'.repeat(10_000), '!Sub |')],
    ['places that are filled in', block('# ${AWS::Region}\n'.repeat(5_000), '!Sub |')],
    ['places that are not', block('# "${!x}"\n'.repeat(10_000), '!Sub |')],
    ['a long line of brackets', block(`# ${'[${'.repeat(60_000)}`, '!Sub |')],
    ['a long line in quotes', JSON.stringify('\n'.repeat(90_000) + PYTHON)],
  ])('%s', async (_what, code) => {
    expect(await handlersIn({ 'template.yaml': template('python3.13', code) })).toHaveLength(1);
  });

  it('however many functions a template has', async () => {
    const fn = (index: number) =>
      `  F${index}:\n    Type: AWS::Lambda::Function\n    Properties:\n      Runtime: nodejs22.x\n      Handler: index.handler\n      Role: a\n      Code: { ZipFile: 'exports.handler = async () => ${index};' }\n`;
    const text = `Resources:\n${Array.from({ length: 500 }, (_, index) => fn(index)).join('')}`;
    expect(await handlersIn({ 'template.yaml': text })).toHaveLength(500);
  });
});
