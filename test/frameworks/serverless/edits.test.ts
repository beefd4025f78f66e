import { describe, expect, it } from '@jest/globals';
import type { Property } from '#model/property';
import type { Stack } from '#model/stack';
import { resourceOf } from '../repository.js';
import { fn, HEAD, loadFunction, loadService, PROVIDER, patched, refusal } from './service.js';

/** The one property at a path of a resource. */
function property(stack: Stack, logicalId: string, ...path: readonly string[]): Property {
  const [only] = resourceOf(stack, logicalId).read(path);
  if (!only) throw new Error(`nothing at ${path.join('.')}`);
  return only;
}

describe('a change of a function', () => {
  it('is written where the function says it', async () => {
    const stack = await loadFunction('timeout: 3 # short');
    expect(patched(stack, [property(stack, 'HelloLambdaFunction', 'Timeout').set(30)])).toContain(
      '    timeout: 30 # short\n',
    );
  });

  it('adds what the function does not say', async () => {
    const stack = await loadFunction('timeout: 3');
    const text = patched(stack, [property(stack, 'HelloLambdaFunction', 'TracingConfig', 'Mode').set('Active')]);
    expect(text).toContain('    timeout: 3\n    tracing: Active\n');
  });

  it('goes to the function where other functions share the value of the provider', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}  timeout: 3\nfunctions:\n  one:\n    handler: a.b\n  two:\n    handler: a.b\n`,
    );
    const text = patched(stack, [property(stack, 'TwoLambdaFunction', 'Timeout').set(30)]);
    expect(text).toContain('  timeout: 3\n');
    expect(text).toContain('  two:\n    handler: a.b\n    timeout: 30\n');
  });

  it('goes to the provider where the value there is wrong for all', async () => {
    const stack = await loadService(`${HEAD}${PROVIDER}functions:\n  one: {handler: a.b}\n  two: {handler: a.b}\n`);
    const text = patched(stack, [property(stack, 'TwoLambdaFunction', 'Runtime').set('nodejs26.x')]);
    expect(text).toContain('  runtime: nodejs26.x\n');
  });

  it('reaches the file that the function stands in', async () => {
    const stack = await loadService(`${HEAD}${PROVIDER}functions: \${file(fns.yml)}\n`, {
      'fns.yml': 'hello:\n  handler: a.b\n  environment: ${file(env.yml)}\n',
      'env.yml': 'LEVEL: debug\n',
    });
    const change = property(stack, 'HelloLambdaFunction', 'Environment', 'Variables', 'LEVEL').set('info');
    expect(patched(stack, [change], 'env.yml')).toBe('LEVEL: info\n');
  });

  it('changes what a variable refers to where nothing else does, else the place of use', async () => {
    const custom = 'custom:\n  seconds: 3\n';
    const once = await loadFunction('timeout: ${self:custom.seconds}', custom);
    expect(patched(once, [property(once, 'HelloLambdaFunction', 'Timeout').set(30)])).toContain('  seconds: 30\n');
    const twice = await loadFunction(
      'timeout: ${self:custom.seconds}\ndescription: takes ${self:custom.seconds} seconds',
      custom,
    );
    const text = patched(twice, [property(twice, 'HelloLambdaFunction', 'Timeout').set(30)]);
    expect(text).toContain('    timeout: 30\n');
    expect(text).toContain('  seconds: 3\n');
  });

  it('is declined where the stage chooses the value', async () => {
    const stack = await loadFunction('timeout: ${self:custom.${sls:stage}}', 'custom:\n  dev: 3\n  prod: 30\n');
    expect(refusal(stack, property(stack, 'HelloLambdaFunction', 'Timeout').set(60))).toBe(
      'the variable opt:stage chooses the value',
    );
  });

  it('is declined where the framework gives the value', async () => {
    const stack = await loadFunction('');
    const at = (...path: readonly string[]) => property(stack, 'HelloLambdaFunction', ...path);
    expect(refusal(stack, at('Role').set('arn:x'))).toBe('the framework gives the role');
    expect(refusal(stack, at('Timeout').remove())).toBe('the framework gives a default in its place');
  });

  it('opens no URL and shuts it in the framework’s words', async () => {
    const stack = await loadFunction('url: true');
    const auth = property(stack, 'HelloLambdaFunctionUrl', 'AuthType');
    expect(patched(stack, [auth.set('AWS_IAM')])).toContain('    url:\n      authorizer: aws_iam\n');
    expect(refusal(stack, auth.set('OTHER'))).toBe('the framework has no word for the value');
  });
});

describe('a change of what is generated', () => {
  it('of the role is written in the statement', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: s3:*\n          Resource: "*"\n${fn()}`,
    );
    const resource = resourceOf(stack, 'IamRoleLambdaExecution');
    const path = ['Policies', 0, 'PolicyDocument', 'Statement', 2, 'Action'];
    const change = { op: 'set', resource, path, value: 's3:GetObject' } as const;
    expect(patched(stack, [change])).toContain('          Action: s3:GetObject\n');
  });

  it('without a word of the framework is an extension', async () => {
    const stack = await loadFunction('');
    const key = property(stack, 'HelloLogGroup', 'KmsKeyId').set('alias/logs');
    expect(patched(stack, [key])).toContain(
      'resources:\n  extensions:\n    HelloLogGroup:\n      Properties:\n        KmsKeyId: alias/logs\n',
    );
    const policy = resourceOf(stack, 'HelloLogGroup').setAttribute('DeletionPolicy', 'Retain');
    expect(patched(stack, [policy])).toContain('  extensions:\n    HelloLogGroup:\n      DeletionPolicy: Retain\n');
  });

  it('stays in `resources` where that overrides it', async () => {
    const stack = await loadFunction(
      'timeout: 3',
      'resources:\n  Resources:\n    HelloLambdaFunction:\n      Properties:\n        Timeout: 60\n',
    );
    const text = patched(stack, [property(stack, 'HelloLambdaFunction', 'Timeout').set(30)]);
    expect(text).toContain('        Timeout: 30\n');
    expect(text).toContain('    timeout: 3\n');
  });
});

describe('a new resource', () => {
  const queue = { logicalId: 'Letters', type: 'AWS::SQS::Queue', properties: { MessageRetentionPeriod: 60 } };

  it('stands under `resources`, which is made where there is none', async () => {
    const stack = await loadFunction('');
    const text = patched(stack, [{ op: 'add', beside: resourceOf(stack, 'HelloLambdaFunction'), ...queue }]);
    expect(text).toContain(
      'resources:\n  Resources:\n    Letters:\n      Type: AWS::SQS::Queue\n      Properties:\n        MessageRetentionPeriod: 60\n',
    );
  });

  it('stands in the file that `resources` come from', async () => {
    const stack = await loadService(`${HEAD}${PROVIDER}${fn()}resources: \${file(res.yml)}\n`, {
      'res.yml': 'Resources:\n  Q:\n    Type: AWS::SQS::Queue\n',
    });
    const text = patched(stack, [{ op: 'add', beside: resourceOf(stack, 'HelloLambdaFunction'), ...queue }], 'res.yml');
    expect(text).toContain('  Letters:\n    Type: AWS::SQS::Queue\n');
  });

  it('of asynchronous invocation is a destination', async () => {
    const stack = await loadFunction('', 'resources:\n  Resources:\n    Q:\n      Type: AWS::SQS::Queue\n');
    const hello = resourceOf(stack, 'HelloLambdaFunction');
    const text = patched(stack, [
      {
        op: 'add',
        beside: hello,
        logicalId: 'HelloInvocation',
        type: 'AWS::Lambda::EventInvokeConfig',
        properties: {
          FunctionName: hello.ref(),
          Qualifier: '$LATEST',
          DestinationConfig: { OnFailure: { Destination: resourceOf(stack, 'Q').ref('Arn') } },
        },
      },
    ]);
    expect(text).toContain('    destinations:\n      onFailure:\n        type: sqs\n        arn: !GetAtt Q.Arn\n');
  });
});
