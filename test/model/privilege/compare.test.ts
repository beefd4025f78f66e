import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import type { OperationsByFunction } from '#model/operations';
import { comparedRoles, type RolePrivileges } from '#model/privilege/compare';
import { att, type Plain, type PlainResource, ref, stackOf, sub, UNKNOWN, when } from '#test/model/build';
import { call, code, env, event, gap } from '#test/model/operations';

const TRUST: Plain = {
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

const allow = (Action: Plain, Resource: Plain = '*', more: { [key: string]: Plain } = {}): Plain => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});

const role = (statements: readonly Plain[], more: { [key: string]: Plain } = {}): PlainResource => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    AssumeRolePolicyDocument: TRUST,
    Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
    ...more,
  },
});

const fn = (name: string, more: { [key: string]: Plain } = {}): PlainResource => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Role: att(name), Environment: { Variables: { TABLE: ref('Orders') } }, ...more },
});

const BASE: Readonly<Record<string, PlainResource>> = {
  Orders: { Type: 'AWS::DynamoDB::Table', Properties: {} },
  Uploads: { Type: 'AWS::S3::Bucket', Properties: {} },
  Jobs: { Type: 'AWS::SQS::Queue', Properties: {} },
};

type Code = ReturnType<typeof code>;

function compare(
  resources: Readonly<Record<string, PlainResource>>,
  codes: { readonly [fn: string]: Code },
): readonly RolePrivileges[] {
  const operations: OperationsByFunction = new Map(
    Object.entries(codes).map(([name, one]) => [`template.yaml#${name}`, one]),
  );
  return comparedRoles(new Cloud([stackOf({ ...BASE, ...resources })]), operations);
}

/** One function on one role. */
function single(statements: readonly Plain[], one: Code, more: Readonly<Record<string, PlainResource>> = {}) {
  const [found] = compare({ Role: role(statements), Fn: fn('Role'), ...more }, { Fn: one });
  if (!found) throw new Error('nothing compared');
  return found;
}

const verdicts = ({ actions }: RolePrivileges) => actions.map(({ action, verdict }) => `${action.pattern} ${verdict}`);
const missing = (one: RolePrivileges) => one.missing.map(({ need, confidence }) => `${need.action} ${confidence}`);

const PUT = call('dynamodb', 'PutItem', { TableName: env('TABLE') });
const GET = call('dynamodb', 'GetItem', { TableName: env('TABLE') });

describe('excess', () => {
  it('is what is granted and not called', () => {
    const found = single([allow(['dynamodb:PutItem', 'dynamodb:Scan'], att('Orders'))], code(PUT));
    expect(verdicts(found)).toEqual(['dynamodb:PutItem used', 'dynamodb:Scan excess']);
    expect(missing(found)).toEqual([]);
    expect(found.abstentions).toEqual([]);
  });

  it('is a part of a pattern, or all of it', () => {
    const found = single([allow('dynamodb:*', att('Orders')), allow('sqs:*', '*'), allow('*', '*')], code(PUT));
    expect(verdicts(found)).toEqual(['dynamodb:* wider', 'sqs:* excess', '* wider']);
    const [pattern, , whole] = found.actions;
    expect(pattern?.unused).toBeGreaterThan(40);
    expect(whole?.unused).toBeUndefined();
    expect(verdicts(single([allow('dynamodb:PutI*', att('Orders'))], code(PUT)))).toEqual(['dynamodb:PutI* used']);
  });

  it('is what is granted on other resources', () => {
    const found = single(
      [allow('dynamodb:PutItem', att('Orders')), allow('dynamodb:PutItem', att('Other'))],
      code(PUT),
      {
        Other: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'other' } },
        Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'orders' } },
      },
    );
    expect(verdicts(found)).toEqual(['dynamodb:PutItem used', 'dynamodb:PutItem excess']);
  });

  it('is never what may be used: logs, traces, what a call may ask for besides', () => {
    const found = single(
      [
        allow(['logs:CreateLogGroup', 'logs:PutLogEvents', 'xray:PutTraceSegments']),
        allow(['s3:GetObject', 's3:GetObjectVersion', 's3:PutObjectAcl'], sub('${Uploads.Arn}/*')),
        allow('s3:ListBucket', att('Uploads')),
      ],
      code(call('s3', 'GetObject', { Bucket: event }, { wholeInput: false })),
    );
    expect(verdicts(found)).toEqual([
      'logs:CreateLogGroup used',
      'logs:PutLogEvents used',
      'xray:PutTraceSegments unknown',
      's3:GetObject used',
      's3:GetObjectVersion used',
      's3:PutObjectAcl excess',
      's3:ListBucket used',
    ]);
  });

  it('is unknown behind what could not be seen, for the service that it can be of', () => {
    const statements = [allow(['sqs:SendMessage', 'dynamodb:Scan', 'dynamodb:PutItem'])];
    const any = single(statements, code(PUT, gap('the module ./db cannot be found')));
    expect(verdicts(any)).toEqual(['sqs:SendMessage unknown', 'dynamodb:Scan unknown', 'dynamodb:PutItem used']);
    expect(any.actions[0]?.doubts).toMatchObject([{ kind: 'code', why: 'the module ./db cannot be found' }]);
    const one = single(statements, code(PUT, gap('the command is chosen at run time', 'dynamodb')));
    expect(verdicts(one)).toEqual(['sqs:SendMessage excess', 'dynamodb:Scan unknown', 'dynamodb:PutItem used']);
    const unread = compare({ Role: role(statements), Fn: fn('Role') }, {});
    expect(unread[0] && verdicts(unread[0])[0]).toBe('sqs:SendMessage unknown');
  });

  it('is unknown for the role that an unseen call may hand on', () => {
    const handed = (service: string) =>
      verdicts(single([allow('iam:PassRole'), allow('iam:*')], code(gap('requests are signed by hand', service))));
    expect(handed('aoss')).toEqual(['iam:PassRole unknown', 'iam:* unknown']);
    expect(handed('dynamodb')).toEqual(['iam:PassRole excess', 'iam:* excess']);
  });

  it('is unknown for what no call of an SDK shows', () => {
    const found = single([allow(['rds-db:connect', 'es:ESHttpGet', 'es:*', 'kafka-cluster:*', 'lambda:*'])], code(PUT));
    expect(verdicts(found)).toEqual([
      'rds-db:connect unknown',
      'es:ESHttpGet unknown',
      'es:* unknown',
      'kafka-cluster:* unknown',
      'lambda:* excess',
    ]);
  });

  it('is everything but a list', () => {
    const found = single([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], code(PUT));
    expect(verdicts(found)).toEqual(['* wider']);
  });

  it('stands in managed policies, too', () => {
    const resources = {
      Role: role([], {
        ManagedPolicyArns: [
          'arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess',
          'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        ],
      }),
      Fn: fn('Role'),
    };
    const [found] = compare(resources, { Fn: code(PUT) });
    if (!found) throw new Error('nothing compared');
    expect(verdicts(found).slice(0, 2)).toEqual(['dynamodb:* wider', 'dax:* unknown']);
    expect(verdicts(found).filter((one) => one.startsWith('logs:'))).toEqual([
      'logs:CreateLogGroup used',
      'logs:CreateLogStream used',
      'logs:PutLogEvents used',
    ]);
    expect(missing(found)).toEqual([]);
  });
});

describe('code that may not be the code that runs', () => {
  const verdictsOf = (more: { [key: string]: Plain }, one: Code, statement = allow('s3:GetObject')) =>
    compare({ Role: role([statement]), Fn: fn('Role', more) }, { Fn: one }).flatMap(verdicts);
  const inline = { Code: { ZipFile: 'def handler(event, context): ...' } };

  it('is code in a template that calls nothing although its role allows something', () => {
    expect(verdictsOf({ ...inline, Handler: 'index.handler' }, code())).toEqual(['s3:GetObject unknown']);
    expect(verdictsOf({ ...inline, Handler: 'index.handler' }, code(PUT))).toEqual(['s3:GetObject excess']);
    expect(verdictsOf({ Code: 'src/', Handler: 'index.handler' }, code())).toEqual(['s3:GetObject excess']);
  });

  it('is code in a template for another module than its handler', () => {
    expect(verdictsOf({ ...inline, Handler: 'agent.handler' }, code(PUT))).toEqual(['s3:GetObject unknown']);
  });
});

describe('a role that is too large', () => {
  it('is not compared, and that is said', () => {
    const many = Array.from({ length: 1_001 }, (_, at) => allow(`sqs:Send${at}`));
    const found = single(many, code(PUT));
    expect(found.actions).toEqual([]);
    expect(found.missing).toEqual([]);
    expect(found.abstentions).toMatchObject([{ kind: 'user' }]);
  });
});

describe('missing', () => {
  it('is what is called and nothing grants', () => {
    const found = single([allow('dynamodb:GetItem', att('Orders'))], code(PUT, GET));
    expect(missing(found)).toEqual(['dynamodb:PutItem certain']);
  });

  it('is what is granted on another resource only', () => {
    const listed = call('s3', 'ListObjectsV2', { Bucket: env('B') });
    const [found] = compare(
      {
        Role: role([allow('s3:ListBucket', sub('${Uploads.Arn}/*'))]),
        Fn: fn('Role', { Environment: { Variables: { B: ref('Uploads') } } }),
      },
      { Fn: code(listed) },
    );
    expect(found && missing(found)).toEqual(['s3:ListBucket certain']);
  });

  it('is an index that only its table is granted for', () => {
    const query = call('dynamodb', 'Query', { TableName: env('TABLE'), IndexName: 'byDate' });
    expect(missing(single([allow('dynamodb:Query', att('Orders'))], code(query)))).toEqual(['dynamodb:Query certain']);
    const both = single([allow('dynamodb:Query', [att('Orders'), sub('${Orders.Arn}/index/*')])], code(query));
    expect(missing(both)).toEqual([]);
    const index = single([allow('dynamodb:Query', sub('${Orders.Arn}/index/byDate'))], code(query));
    expect(missing(index)).toEqual([]);
  });

  it('is only likely where a policy of something unseen could grant it', () => {
    const send = call('sqs', 'SendMessage', { QueueUrl: event });
    expect(missing(single([], code(send)))).toEqual(['sqs:SendMessage likely']);
    const scan = call('textract', 'DetectDocumentText', {});
    expect(missing(single([], code(scan)))).toEqual(['textract:DetectDocumentText certain']);
  });

  it('is silent where the other side lets the role in', () => {
    const policy = (principal: Plain): PlainResource => ({
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref('Uploads'),
        PolicyDocument: {
          Statement: [
            { Effect: 'Allow', Principal: principal, Action: 's3:GetObject', Resource: sub('${Uploads.Arn}/*') },
          ],
        },
      },
    });
    const get = call('s3', 'GetObject', { Bucket: env('B'), Key: event });
    const look = (principal: Plain) => {
      const [found] = compare(
        {
          Role: role([]),
          Policy: policy(principal),
          Fn: fn('Role', { Environment: { Variables: { B: ref('Uploads') } } }),
        },
        { Fn: code(get) },
      );
      return found && missing(found);
    };
    expect(look({ AWS: att('Role') })).toEqual([]);
    expect(look('*')).toEqual([]);
    expect(look({ AWS: sub('arn:aws:iam::${AWS::AccountId}:root') })).toEqual(['s3:GetObject certain']);
    expect(look({ Service: 'cloudfront.amazonaws.com' })).toEqual(['s3:GetObject certain']);
  });

  it('is silent while anything about the role, the call or the resource is in doubt', () => {
    const put = code(PUT);
    const doubted = (statement: Plain) => missing(single([statement], put));
    expect(doubted(UNKNOWN)).toEqual([]);
    expect(doubted(allow(UNKNOWN))).toEqual([]);
    expect(doubted(allow('dynamodb:PutItem', UNKNOWN))).toEqual([]);
    expect(doubted(allow('dynamodb:PutItem', ref('TableArn')))).toEqual([]);
    expect(doubted(allow('dynamodb:PutItem', '*', { Condition: { Bool: { 'aws:SecureTransport': true } } }))).toEqual(
      [],
    );
    const [managed] = compare(
      { Role: role([], { ManagedPolicyArns: [ref('BoundaryArn')] }), Fn: fn('Role') },
      { Fn: put },
    );
    expect(managed && missing(managed)).toEqual([]);
    expect(managed?.abstentions.map(({ kind }) => kind)).toContain('managed-policy');
    expect(missing(single([], code({ ...PUT, certain: false })))).toEqual([]);
  });

  it('is what a statement denies', () => {
    const found = single(
      [allow('dynamodb:*', '*'), { Effect: 'Deny', Action: 'dynamodb:PutItem', Resource: '*' }],
      code(PUT),
    );
    expect(missing(found)).toEqual(['dynamodb:PutItem certain']);
    expect(found.missing[0]?.denied?.effect).toBe('Deny');
  });
});

describe('what the template makes a role need', () => {
  it('is the network of a VPC', () => {
    const resources = { Role: role([allow('logs:*')]), Fn: fn('Role', { VpcConfig: { SubnetIds: ['subnet-1'] } }) };
    const [found] = compare(resources, { Fn: code() });
    expect(found && missing(found)).toEqual([
      'ec2:CreateNetworkInterface certain',
      'ec2:DescribeNetworkInterfaces certain',
      'ec2:DeleteNetworkInterface certain',
    ]);
    const managed = 'arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole';
    const [mended] = compare({ ...resources, Role: role([], { ManagedPolicyArns: [managed] }) }, { Fn: code() });
    expect(mended && missing(mended)).toEqual([]);
    expect(mended && verdicts(mended).every((one) => one.endsWith(' used'))).toBe(true);
  });

  it('is the network too where an input gives the subnets, and only may be under a condition', () => {
    const needed = (subnets: Plain) => {
      const resources = { Role: role([]), Fn: fn('Role', { VpcConfig: { SubnetIds: subnets } }) };
      const [found] = compare(resources, { Fn: code() });
      return found?.needs.find(({ action }) => action === 'ec2:CreateNetworkInterface');
    };
    expect(needed(UNKNOWN)).toMatchObject({ class: 'required', certain: false });
    expect(needed(when('InVpc', UNKNOWN))).toMatchObject({ class: 'conditional' });
    expect(needed(when('InVpc', ['subnet-1']))).toMatchObject({ class: 'conditional' });
    expect(needed([])).toBeUndefined();
  });

  it('is the state of a durable function, on no resource by name', () => {
    const resources = { Role: role([]), Fn: fn('Role', { DurableConfig: { ExecutionTimeout: 60 } }) };
    const [found] = compare(resources, { Fn: code() });
    expect(found && missing(found)).toEqual([
      'lambda:CheckpointDurableExecution likely',
      'lambda:GetDurableExecutionState likely',
    ]);
  });

  it('is what polls its sources, and where failures go', () => {
    const resources = (statements: readonly Plain[]) => ({
      Role: role(statements),
      Fn: fn('Role', { DeadLetterConfig: { TargetArn: att('Jobs') } }),
      Poll: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: ref('Fn'), EventSourceArn: att('Orders', 'StreamArn') },
      },
    });
    const [bare] = compare(resources([]), { Fn: code() });
    expect(bare && missing(bare)).toEqual([
      'sqs:SendMessage certain',
      'dynamodb:GetRecords certain',
      'dynamodb:GetShardIterator certain',
      'dynamodb:DescribeStream certain',
    ]);
    const [full] = compare(
      resources([
        allow('sqs:SendMessage', att('Jobs')),
        allow(
          ['dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:DescribeStream'],
          att('Orders', 'StreamArn'),
        ),
        allow('dynamodb:ListStreams'),
      ]),
      { Fn: code() },
    );
    expect(full && missing(full)).toEqual([]);
    expect(full && verdicts(full).every((one) => one.endsWith(' used'))).toBe(true);
  });

  it('is the key of what it uses', () => {
    const [found] = compare(
      {
        Key: { Type: 'AWS::KMS::Key', Properties: {} },
        Jobs: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: ref('Key') } },
        Role: role([allow('sqs:SendMessage', att('Jobs')), allow('kms:Decrypt', att('Key'))]),
        Fn: fn('Role', { Environment: { Variables: { Q: ref('Jobs') } } }),
      },
      { Fn: code(call('sqs', 'SendMessage', { QueueUrl: env('Q') })) },
    );
    expect(found && missing(found)).toEqual(['kms:GenerateDataKey certain']);
    expect(found && verdicts(found)).toEqual(['sqs:SendMessage used', 'kms:Decrypt used']);
  });
});

describe('a role of several users', () => {
  it('needs what each of them needs, and says who needs what', () => {
    const [found] = compare(
      {
        Role: role([allow(['dynamodb:PutItem', 'dynamodb:GetItem', 'dynamodb:Scan'], att('Orders'))]),
        Writer: fn('Role'),
        Reader: fn('Role'),
      },
      { Writer: code(PUT), Reader: code(GET) },
    );
    expect(found && verdicts(found)).toEqual([
      'dynamodb:PutItem used',
      'dynamodb:GetItem used',
      'dynamodb:Scan excess',
    ]);
    expect(found?.shared?.own.map(({ fn: one, actions }) => [one.logicalId, actions])).toEqual([
      ['Writer', ['dynamodb:PutItem']],
      ['Reader', ['dynamodb:GetItem']],
    ]);
  });

  it('is not called shared when they need the same', () => {
    const [found] = compare(
      { Role: role([allow('dynamodb:PutItem', att('Orders'))]), A: fn('Role'), B: fn('Role') },
      { A: code(PUT), B: code(PUT) },
    );
    expect(found?.shared).toBeUndefined();
  });

  it('stays in doubt when something else uses it, or may assume it', () => {
    const statements = [allow('dynamodb:Scan', att('Orders'))];
    const [other] = compare(
      {
        Role: role(statements),
        Fn: fn('Role'),
        Job: { Type: 'AWS::Glue::Job', Properties: { Role: att('Role') } },
      },
      { Fn: code() },
    );
    expect(other && verdicts(other)).toEqual(['dynamodb:Scan unknown']);
    const open = (principal: Plain) =>
      compare(
        {
          Role: role(statements, {
            AssumeRolePolicyDocument: {
              Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
            },
          }),
          Fn: fn('Role'),
        },
        { Fn: code() },
      ).flatMap(verdicts);
    expect(open({ AWS: sub('arn:aws:iam::${AWS::AccountId}:root') })).toEqual(['dynamodb:Scan unknown']);
    expect(open({ Service: ['lambda.amazonaws.com', 'glue.amazonaws.com'] })).toEqual(['dynamodb:Scan unknown']);
    expect(open({ Service: ['lambda.amazonaws.com', 'edgelambda.amazonaws.com'] })).toEqual(['dynamodb:Scan excess']);
  });

  it('counts what state machines, pipes, schedules and data sources need', () => {
    const states = ['states', 'pipes', 'scheduler', 'appsync', 'lambda'].map((name) => `${name}.amazonaws.com`);
    const [found] = compare(
      {
        Role: role(
          [
            allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], att('Jobs')),
            allow('lambda:InvokeFunction', att('Fn')),
            allow(['dynamodb:Query', 'dynamodb:DeleteTable'], att('Orders')),
            allow('sns:Publish', ref('News')),
          ],
          {
            AssumeRolePolicyDocument: {
              Statement: [{ Effect: 'Allow', Principal: { Service: states }, Action: 'sts:AssumeRole' }],
            },
          },
        ),
        News: { Type: 'AWS::SNS::Topic', Properties: {} },
        Fn: fn('Role'),
        Flow: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: {
            RoleArn: att('Role'),
            DefinitionString:
              '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","Parameters":{"TopicArn":"arn:aws:sns:us-east-1:123456789012:news"},"End":true}}}',
          },
        },
        Pipe: {
          Type: 'AWS::Pipes::Pipe',
          Properties: { RoleArn: att('Role'), Source: att('Jobs'), Target: att('Fn') },
        },
        Daily: {
          Type: 'AWS::Scheduler::Schedule',
          Properties: { Target: { Arn: att('Fn'), RoleArn: att('Role') } },
        },
        Source: {
          Type: 'AWS::AppSync::DataSource',
          Properties: {
            Type: 'AMAZON_DYNAMODB',
            ServiceRoleArn: att('Role'),
            DynamoDBConfig: { TableName: ref('Orders') },
          },
        },
      },
      { Fn: code() },
    );
    expect(found?.abstentions).toEqual([]);
    expect(found && verdicts(found)).toEqual([
      'sqs:ReceiveMessage used',
      'sqs:DeleteMessage used',
      'sqs:GetQueueAttributes used',
      'lambda:InvokeFunction used',
      'dynamodb:Query used',
      'dynamodb:DeleteTable excess',
      'sns:Publish used',
    ]);
  });
});
