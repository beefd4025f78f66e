import { describe, expect, it } from '@jest/globals';
import type { Datum, Patch } from '#model/patch';
import type { PropertyPath } from '#model/property';
import type { Stack } from '#model/stack';
import { Text } from '#model/text';
import { load, plainly, resourceOf } from '../repository.js';
import { fn, framework, loadSam, patched, refusal, valueAt } from './template.js';

const QUEUE = '  Queue:\n    Type: AWS::SQS::Queue\n';
const TOPIC = '  Topic:\n    Type: AWS::SNS::Topic\n';

function set(stack: Stack, logicalId: string, path: PropertyPath, value: Datum): Patch {
  return { op: 'set', resource: resourceOf(stack, logicalId), path, value };
}

function append(stack: Stack, logicalId: string, path: PropertyPath, value: Datum): Patch {
  return { op: 'append', resource: resourceOf(stack, logicalId), path, value };
}

function remove(stack: Stack, logicalId: string, path: PropertyPath): Patch {
  return { op: 'remove', resource: resourceOf(stack, logicalId), path };
}

/** A reference as a rule writes it. */
function ref(stack: Stack, logicalId: string, attribute = 'Ref'): Text {
  return resourceOf(stack, logicalId).ref(attribute);
}

/** The lines that the new text has and the old one does not, without indentation. */
function added(stack: Stack, text: string): string[] {
  const before = stack.root.text.split('\n');
  const left = [...before];
  return text
    .split('\n')
    .filter((line) => {
      const at = left.indexOf(line);
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    })
    .map((line) => line.trim());
}

/** Sets a value, loads the result, and gives the value that stands there then. */
async function roundTrip(stack: Stack, logicalId: string, path: PropertyPath, value: Datum): Promise<unknown> {
  const text = patched(stack, set(stack, logicalId, path, value));
  const again = await load(text, { framework });
  const resource = resourceOf(again, logicalId);
  const twice = again.edits([{ op: 'set', resource, path, value }]);
  expect('declined' in twice ? twice.declined : twice.filter((one) => again.root.slice(one.span) !== one.text)).toEqual(
    [],
  );
  return plainly(valueAt(resource, ...path));
}

const EVENTS =
  'Events:\n  Q:\n    Type: SQS\n    Properties:\n      Queue: !GetAtt Queue.Arn\n  D:\n    Type: DynamoDB\n    Properties:\n      Stream: arn:aws:dynamodb:x\n      StartingPosition: LATEST\n  R:\n    Type: Schedule\n    Properties:\n      Schedule: rate(1 day)\n  A:\n    Type: Api\n    Properties:\n      Path: /a\n      Method: get\n      RestApiId: !Ref Api\n';
const API =
  '  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: v1\n      Auth:\n        Authorizers:\n          Users:\n            UserPoolArn: arn:aws:cognito-idp:x\n';
const HTTP = '  Http:\n    Type: AWS::Serverless::HttpApi\n';
const FLOW = '  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      DefinitionUri: flow.asl.json\n';
const ALL = `${fn(`${EVENTS}FunctionUrlConfig:\n  AuthType: NONE\n`)}${QUEUE}${TOPIC}${API}${HTTP}${FLOW}  Table:\n    Type: AWS::Serverless::SimpleTable\n`;

describe('what is set can be read again', () => {
  const cases: readonly [string, PropertyPath, Datum][] = [
    ['Fn', ['TracingConfig', 'Mode'], 'Active'],
    ['Fn', ['Timeout'], 10],
    ['Fn', ['ReservedConcurrentExecutions'], 5],
    ['Fn', ['KmsKeyArn'], 'arn:aws:kms:x'],
    ['Fn', ['Environment', 'Variables', 'A'], 'b'],
    ['Fn', ['LoggingConfig', 'LogFormat'], 'JSON'],
    ['Fn', ['RecursiveLoop'], 'Terminate'],
    ['FnUrl', ['AuthType'], 'AWS_IAM'],
    ['FnUrl', ['Cors', 'AllowOrigins'], ['https://example.com']],
    ['FnQ', ['FunctionResponseTypes'], ['ReportBatchItemFailures']],
    ['FnD', ['FunctionResponseTypes'], ['ReportBatchItemFailures']],
    ['FnD', ['MaximumRetryAttempts'], 3],
    ['FnD', ['BisectBatchOnFunctionError'], true],
    ['FnR', ['Description'], 'daily'],
    ['Apiv1Stage', ['TracingEnabled'], true],
    ['Apiv1Stage', ['AccessLogSetting'], { DestinationArn: 'arn:aws:logs:x', Format: '$context.requestId' }],
    ['Apiv1Stage', ['MethodSettings'], [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 10 }]],
    ['Api', ['MinimumCompressionSize'], 0],
    ['HttpApiGatewayDefaultStage', ['DefaultRouteSettings', 'ThrottlingRateLimit'], 10],
    ['HttpApiGatewayDefaultStage', ['AccessLogSettings', 'DestinationArn'], 'arn:aws:logs:x'],
    ['Flow', ['LoggingConfiguration', 'Level'], 'ALL'],
    ['Flow', ['TracingConfiguration', 'Enabled'], true],
    ['Table', ['PointInTimeRecoverySpecification', 'PointInTimeRecoveryEnabled'], true],
    ['Table', ['SSESpecification', 'SSEEnabled'], true],
    ['FnRole', ['PermissionsBoundary'], 'arn:aws:iam::123456789012:policy/p'],
  ];
  it.each(cases)('%s %j', async (logicalId, path, value) => {
    expect(await roundTrip(await loadSam(ALL), logicalId, path, value)).toEqual(value);
  });
});

describe('functions', () => {
  it("say it in SAM's words", async () => {
    const stack = await loadSam(fn('Timeout: 3'));
    expect(added(stack, patched(stack, set(stack, 'Fn', ['TracingConfig', 'Mode'], 'Active')))).toEqual([
      'Tracing: Active',
    ]);
  });

  it('change what Globals give on the resource itself when others read it too', async () => {
    const stack = await loadSam(
      fn('MemorySize: 128') + fn('MemorySize: 256', 'Other'),
      '  Function:\n    Tracing: PassThrough\n',
    );
    const text = patched(stack, set(stack, 'Fn', ['TracingConfig', 'Mode'], 'Active'));
    expect(added(stack, text)).toEqual(['Tracing: Active']);
    expect(text.indexOf('Tracing: Active')).toBeGreaterThan(text.indexOf('Fn:'));
  });

  it('change Globals when they speak of one function only', async () => {
    const stack = await loadSam(fn('MemorySize: 128'), '  Function:\n    Tracing: PassThrough\n');
    const text = patched(stack, set(stack, 'Fn', ['TracingConfig', 'Mode'], 'Active'));
    expect(text).toContain('Function:\n    Tracing: Active\n');
  });

  it('name the kind of a dead-letter queue', async () => {
    const stack = await loadSam(fn('Timeout: 3') + QUEUE);
    const text = patched(stack, set(stack, 'Fn', ['DeadLetterConfig', 'TargetArn'], ref(stack, 'Queue', 'Arn')));
    expect(added(stack, text)).toEqual(['DeadLetterQueue:', 'Type: SQS', 'TargetArn: !GetAtt Queue.Arn']);
  });

  it('name the kind of a dead-letter queue that the same fix declares', async () => {
    const stack = await loadSam(fn('Timeout: 3'));
    const resource = resourceOf(stack, 'Fn');
    const target = new Text([{ kind: 'ref', resource: `${stack.id}#FnDlq`, attribute: 'Arn' }]);
    const text = patched(
      stack,
      { op: 'add', beside: resource, logicalId: 'FnDlq', type: 'AWS::SQS::Queue', properties: {} },
      set(stack, 'Fn', ['DeadLetterConfig', 'TargetArn'], target),
    );
    expect(added(stack, text)).toContain('TargetArn: !GetAtt FnDlq.Arn');
    const again = await load(text, { framework });
    expect(
      plainly(valueAt(resourceOf(again, 'FnRole'), 'Policies', 0, 'PolicyDocument', 'Statement', 0)),
    ).toMatchObject({
      Action: 'sqs:SendMessage',
      Resource: '${FnDlq.Arn}',
    });
  });

  it('take a destination as their own, so that its permission is made', async () => {
    const stack = await loadSam(fn('Timeout: 3') + TOPIC);
    const text = patched(stack, {
      op: 'add',
      beside: resourceOf(stack, 'Fn'),
      logicalId: 'FnInvokeConfig',
      type: 'AWS::Lambda::EventInvokeConfig',
      properties: {
        FunctionName: ref(stack, 'Fn'),
        Qualifier: '$LATEST',
        DestinationConfig: { OnFailure: { Destination: ref(stack, 'Topic') } },
      },
    });
    expect(added(stack, text)).toEqual([
      'EventInvokeConfig:',
      'DestinationConfig:',
      'OnFailure:',
      'Type: SNS',
      'Destination: !Ref Topic',
    ]);
  });

  it("name the kind of a stream's destination", async () => {
    const stack = await loadSam(ALL);
    const path = ['DestinationConfig', 'OnFailure', 'Destination'];
    const text = patched(stack, set(stack, 'FnD', path, ref(stack, 'Queue', 'Arn')));
    expect(added(stack, text)).toEqual([
      'DestinationConfig:',
      'OnFailure:',
      'Type: SQS',
      'Destination: !GetAtt Queue.Arn',
    ]);
  });

  it('keep the other branch of a condition', async () => {
    const conditions = 'Conditions:\n  Prod: !Equals [!Ref AWS::Region, a]\n';
    const stack = await loadSam(fn('Tracing: !If [Prod, Active, PassThrough]'), '', conditions);
    const resource = resourceOf(stack, 'Fn');
    const when = [{ condition: 'Prod', holds: false }];
    const text = patched(stack, { op: 'set', resource, path: ['TracingConfig', 'Mode'], value: 'Active', when });
    expect(text).toContain('Tracing: !If [Prod, Active, Active]');
  });

  it('are left alone where SAM has no word for it', async () => {
    const stack = await loadSam(ALL);
    expect(refusal(stack, set(stack, 'Table', ['DeletionProtectionEnabled'], true))).toContain('SAM cannot say');
    expect(refusal(stack, set(stack, 'FnQ', ['EventSourceArn', 'X'], 'y'))).not.toBe('made');
    expect(refusal(stack, set(stack, 'FnUrlPublicPermissions', ['Principal'], 'x'))).toContain('SAM cannot say');
    expect(refusal(stack, remove(stack, 'Fn', ['Role']))).not.toBe('made');
    expect(refusal(stack, set(stack, 'Apiv1Stage', ['StageName'], 'v2'))).toContain('other resources');
    expect(refusal(stack, set(stack, 'FlowRole', ['AssumeRolePolicyDocument'], {}))).toContain('SAM cannot say');
  });

  it('say Enabled where the author says so, and not State as well', async () => {
    const event =
      'Events:\n  R:\n    Type: Schedule\n    Properties:\n      Schedule: rate(1 day)\n      Enabled: true\n';
    const stack = await loadSam(fn(event));
    expect(added(stack, patched(stack, set(stack, 'FnR', ['State'], 'DISABLED')))).toEqual(['Enabled: false']);
  });
});

describe('roles', () => {
  const POLICIES =
    'Policies:\n  - AmazonS3FullAccess\n  - DynamoDBCrudPolicy:\n      TableName: t\n  - Statement:\n      - Effect: Allow\n        Action: s3:*  # all\n        Resource: "*"\n';

  it('change the statements that the author wrote in place', async () => {
    const stack = await loadSam(fn(POLICIES));
    const path = ['Policies', 1, 'PolicyDocument', 'Statement', 0, 'Action'];
    const text = patched(stack, set(stack, 'FnRole', path, 's3:GetObject'));
    expect(added(stack, text)).toEqual(['Action: s3:GetObject  # all']);
  });

  it('replace and remove items of Policies', async () => {
    const stack = await loadSam(fn(POLICIES));
    const document = { Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: 'arn:aws:dynamodb:x' }] };
    const replaced = patched(
      stack,
      set(stack, 'FnRole', ['Policies', 0], { PolicyName: 'p', PolicyDocument: document }),
    );
    expect(replaced).not.toContain('DynamoDBCrudPolicy');
    expect(replaced).toContain('dynamodb:GetItem');
    const arn = 'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess';
    expect(added(stack, patched(stack, set(stack, 'FnRole', ['ManagedPolicyArns', 1], arn)))).toEqual([`- ${arn}`]);
    expect(patched(stack, remove(stack, 'FnRole', ['ManagedPolicyArns', 1]))).not.toContain('AmazonS3FullAccess');
    expect(patched(stack, remove(stack, 'FnRole', ['Policies', 1]))).not.toContain('s3:*');
  });

  it('leave alone what SAM adds by itself, and what a policy template says', async () => {
    const stack = await loadSam(fn(POLICIES));
    expect(refusal(stack, remove(stack, 'FnRole', ['ManagedPolicyArns', 0]))).toContain('by itself');
    const path = ['Policies', 0, 'PolicyDocument', 'Statement', 0, 'Resource'];
    expect(refusal(stack, set(stack, 'FnRole', path, 'x'))).not.toBe('made');
  });

  it('get a policy more', async () => {
    const stack = await loadSam(fn('Timeout: 3'));
    const policy = {
      PolicyName: 'p',
      PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' }] },
    };
    const text = patched(stack, append(stack, 'FnRole', ['Policies'], policy));
    expect(added(stack, text).slice(0, 2)).toEqual(['Policies:', '- Statement:']);
    const single = await loadSam(fn('Policies: AmazonS3FullAccess'));
    const two = patched(single, append(single, 'FnRole', ['ManagedPolicyArns'], 'arn:aws:iam::aws:policy/P'));
    const again = await load(two, { framework });
    expect(plainly(valueAt(resourceOf(again, 'FnRole'), 'ManagedPolicyArns'))).toContain('arn:aws:iam::aws:policy/P');
  });
});

describe('routes', () => {
  it('get an authorizer in their event', async () => {
    const stack = await loadSam(ALL);
    const path = ['Body', 'paths', '/a', 'get', 'security'];
    expect(added(stack, patched(stack, set(stack, 'Api', path, [{ Users: [] }])))).toEqual([
      'Auth:',
      'Authorizer: Users',
    ]);
    expect(added(stack, patched(stack, set(stack, 'Api', path, [{ AWS_IAM: [] }])))).toEqual([
      'Auth:',
      'Authorizer: AWS_IAM',
    ]);
    expect(refusal(stack, set(stack, 'Api', path, [{ Nobody: [] }]))).toContain('no authorizer');
  });

  it('lose the exception from the default authorizer', async () => {
    const event =
      'Events:\n  A:\n    Type: Api\n    Properties:\n      Path: /a\n      Method: get\n      RestApiId: !Ref Api\n      Auth:\n        Authorizer: NONE\n';
    const stack = await loadSam(fn(event) + API.replace('Auth:', 'Auth:\n        DefaultAuthorizer: Users'));
    const path = ['Body', 'paths', '/a', 'get', 'security'];
    const text = patched(stack, remove(stack, 'Api', path));
    expect(text).not.toContain('NONE');
  });

  it('of an implicit API are configured in Globals, unless other APIs would change', async () => {
    const event = 'Events:\n  A:\n    Type: Api\n    Properties:\n      Path: /a\n      Method: get\n';
    const stack = await loadSam(fn(event), '  Function:\n    Timeout: 3\n');
    const patch = set(stack, 'ServerlessRestApiProdStage', ['TracingEnabled'], true);
    expect(added(stack, patched(stack, patch))).toEqual(['Api:', 'TracingEnabled: true']);
    const other = await loadSam(fn(event) + API);
    expect(refusal(other, set(other, 'ServerlessRestApiProdStage', ['TracingEnabled'], true))).toContain('other APIs');
  });
});
