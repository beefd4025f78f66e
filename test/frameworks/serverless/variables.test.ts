import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseVariables } from '#frameworks/serverless/variables';
import { HEAD, loadService, PROVIDER, propertiesOf, textAt, valueAt } from './service.js';

/** What a variable in the queue's name gives, in a service with some settings. */
async function nameOf(
  value: string,
  more = '',
  files: Readonly<Record<string, string>> = {},
  given: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const stack = await loadService(service(value, more), files, given);
  return propertiesOf(stack, 'Queue').QueueName;
}

function service(value: string, more: string): string {
  const queue = `    Queue:\n      Type: AWS::SQS::Queue\n      Properties:\n        QueueName: ${value}\n`;
  return `${HEAD}${more.includes('provider:') ? '' : PROVIDER}${more}resources:\n  Resources:\n${queue}`;
}

describe('the syntax of variables', () => {
  it.each([
    'arn:aws:s3:::${AWS::Region}',
    '${Table}',
    '${foo}',
    '${self}',
    'no variable',
    '$self:x',
    '${opt:a, two words}',
    '${opt:a',
    '${}',
  ])('leaves %s to CloudFormation', (text) => {
    expect(parseVariables(text)).toBeUndefined();
  });

  it('reads sources, addresses, parameters and fallbacks', () => {
    expect(parseVariables("a-${file(./x.${opt:stage, 'dev'}.yml):a.b, self:c, null}")).toEqual([
      'a-',
      {
        sources: [
          {
            type: 'file',
            parameters: [
              ['./x.', { sources: [{ type: 'opt', parameters: [], address: ['stage'] }, { literal: 'dev' }] }, '.yml'],
            ],
            address: ['a.b'],
          },
          { type: 'self', parameters: [], address: ['c'] },
          { literal: null },
        ],
      },
    ]);
  });

  it('takes time in proportion to the text, whatever it is', () => {
    const pieces = fc.constantFrom('${', '${self:', '}', ',', '"', "'", 'file(', ')', 'a', '\\', '$', ' ', ':');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        parseVariables(parts.join(''));
      }),
    );
    expect(parseVariables('${a:'.repeat(12_000))).toBeUndefined();
  });
});

describe('variables', () => {
  it('are filled in', async () => {
    expect(await nameOf('${self:service}-${sls:stage}-${aws:region}')).toBe('shop-dev-us-east-1');
    expect(await nameOf('${self:custom.a.b}', 'custom:\n  a:\n    b: x\n')).toBe('x');
    expect(await nameOf('${self:custom.list.1}', 'custom:\n  list: [x, y]\n')).toBe('y');
    expect(await nameOf('${strToBool(${self:custom.on})}', "custom:\n  on: 'TRUE'\n")).toBe(true);
    expect(await nameOf('\\${self:service}')).toBe('${self:service}');
  });

  it('take the stage from the option, the provider, or dev', async () => {
    const provider = 'provider:\n  name: aws\n  stage: prod\n';
    const ofOption = "provider:\n  name: aws\n  stage: ${opt:stage, 'test'}\n";
    expect(await nameOf('${sls:stage}', provider)).toBe('prod');
    expect(await nameOf('${sls:stage}', ofOption)).toBe('test');
    expect(await nameOf('${opt:stage}')).toBe('dev');
    expect(await nameOf('${opt:stage, self:provider.stage}')).toBe('dev');
    expect(await nameOf('${sls:stage}', provider, {}, { stage: 'live' })).toBe('live');
  });

  it('choose by the stage, and say that a deployment can choose otherwise', async () => {
    const custom = 'custom:\n  by:\n    dev: { name: a }\n    prod: { name: b }\n';
    const text = service('${self:custom.by.${sls:stage}.name}', custom);
    const queue = (await loadService(text)).resources.get('Queue');
    if (!queue) throw new Error('no queue');
    expect(valueAt(queue, 'QueueName')).toMatchObject({ kind: 'set', data: 'a', parameter: 'opt:stage' });
    expect(await nameOf('${self:custom.by.${sls:stage}.name}', custom, {}, { stage: 'prod' })).toBe('b');
  });

  it('fall back', async () => {
    expect(await nameOf("${env:NAME, 'x'}")).toBe('x');
    expect(await nameOf("${opt:a, env:B, self:custom.none, 'x'}")).toBe('x');
    expect(await nameOf('${opt:a, ${self:custom.old}}', 'custom:\n  old: v1\n')).toBe('v1');
    expect(await nameOf("${file(none.yml):a, 'x'}")).toBe('x');
    expect(await nameOf('${env:NAME}', '', {}, { 'env:NAME': 'given' })).toBe('given');
  });

  it('read parameters by stage', async () => {
    const params = 'params:\n  default: { a: 1, b: 2 }\n  dev: { a: 3 }\n';
    expect(await nameOf('${param:a}-${param:b}', params)).toBe('3-2');
    const stages = 'stages:\n  default:\n    params: { a: 1 }\n  dev:\n    params: { b: 2 }\n';
    expect(await nameOf('${param:a}-${param:b}', stages)).toBe('1-2');
  });

  it.each([
    ['${env:NAME}', 'an environment variable'],
    ['${opt:name}', 'an option of the command'],
    ['${param:name}', 'a parameter of the service'],
    ['${ssm:/a/b}', 'a parameter of Systems Manager'],
    ['${ssm(us-east-1):/a/b~true}', 'a parameter of Systems Manager'],
    ['${cf:stack.out}', 'an output of another stack'],
    ['${cf.eu-west-1:stack.out}', 'an output of another stack'],
    ['${s3:bucket/key}', 'an object in S3'],
    ['${vault:x}', 'a secret of Vault'],
    ['${file(x.js):a}', 'what the code of a file returns'],
    ['${file(none.yml):a}', 'a file that is not in the repository'],
    ['${file(has.yml):b}', 'a key that the file does not have'],
    ['${self:custom.none}', 'what the variable refers to is not written'],
    ['${sls:instanceId}', 'sls:instanceId'],
    ['${self:custom.${env:X}.a}', 'an environment variable'],
  ])('do not know %s', async (text, why) => {
    expect(await nameOf(text, '', { 'has.yml': 'a: 1\n' })).toEqual({ '?': why });
  });

  it('keep what is known around what is not', async () => {
    expect(await nameOf('a-${ssm:/x}-${self:service}')).toBe('a-${a parameter of Systems Manager}-shop');
    expect(await nameOf('arn:${aws:accountId}:x')).toBe('arn:${AWS::AccountId}:x');
    expect(await nameOf('!Sub "a-${ssm:/x}-${AWS::Region}-${self:service}"')).toBe(
      'a-${a parameter of Systems Manager}-${AWS::Region}-shop',
    );
    expect(await nameOf('!Sub ["${A}-${self:service}", {A: !Ref AWS::Region}]')).toBe('${AWS::Region}-shop');
  });

  it('read files, and variables within them', async () => {
    const files = {
      'config/dev.yml': 'names:\n  queue: ${self:service}-q\n  deep: ${file(config/deep.json):a}\n',
      'config/deep.json': '{"a": ["x", "y"]}',
      'name.txt': 'plain',
    };
    expect(await nameOf('${file(./config/${sls:stage}.yml):names.queue}', '', files)).toBe('shop-q');
    expect(await nameOf('${file(config/dev.yml):names.deep.1}', '', files)).toBe('y');
    expect(await nameOf('${file(name.txt)}', '', files)).toBe('plain');
    expect(await nameOf('${file(../outside.yml):a}', '', files)).toEqual({ '?': 'a file outside of the repository' });
  });

  it('take files of text as they are', async () => {
    const stack = await loadService(service('${file(schema.graphql)}', ''), {
      'schema.graphql': 'type A { b: [C!]! }\n{: -',
    });
    expect(stack.problems).toEqual([]);
    expect(propertiesOf(stack, 'Queue').QueueName).toBe('type A { b: [C!]! }\n{: -');
  });

  it('keep the place where a value is written', async () => {
    const files = { 'names.yml': 'queue: "from a file"\n' };
    const stack = await loadService(service('${file(names.yml):queue}', ''), files);
    const queue = stack.resources.get('Queue');
    if (!queue) throw new Error('no queue');
    expect(textAt(valueAt(queue, 'QueueName'))).toBe('names.yml: "from a file"');
    expect(stack.files.map((file) => file.path)).toEqual(['serverless.yml', 'names.yml']);
  });

  it('tell cycles and end', async () => {
    const stack = await loadService(
      service('${self:custom.a}', 'custom:\n  a: ${self:custom.b}\n  b: ${self:custom.a}\n'),
    );
    expect(propertiesOf(stack, 'Queue').QueueName).toEqual({ '?': 'it refers to itself' });
    expect(stack.problems.map((problem) => problem.message)).toContain(
      'This variable refers to itself: the framework refuses it.',
    );
    const whole = await loadService(service('x', 'custom:\n  a: ${self:custom}\n  b: ${self:}\n'));
    expect(whole.resources.size).toBe(3);
  });

  it('do not grow beyond measure', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, at) => `  a${at + 1}: ["\${self:custom.a${at}}", "\${self:custom.a${at}}"]`,
    );
    const stack = await loadService(service('${self:custom.a30}', `custom:\n  a0: x\n${lines.join('\n')}\n`));
    expect(stack.problems.some((problem) => problem.message.includes('too large'))).toBe(true);
  });

  it('may be written with two braces, where the service says so', async () => {
    const provider = "provider:\n  name: aws\n  variableSyntax: '\\${{([ ~:a-zA-Z0-9._@]+?)}}'\n";
    expect(await nameOf('"${{self:service}}-q"', provider)).toBe('shop-q');
  });

  it('understand the plugin of pseudo parameters, where it is used', async () => {
    const plugins = 'plugins:\n  - serverless-pseudo-parameters\n';
    expect(await nameOf('"a-#{AWS::AccountId}-#{Queue.Arn}"', plugins)).toBe('a-${AWS::AccountId}-${Queue.Arn}');
    expect(await nameOf('"a-#{AWS::AccountId}"')).toBe('a-#{AWS::AccountId}');
  });
});
