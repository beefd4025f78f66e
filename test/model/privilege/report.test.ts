import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import type { Operation, OperationGap } from '#model/operations';
import { comparedRoles } from '#model/privilege/compare';
import { functionReports } from '#model/privilege/report';
import { att, type Plain, type PlainResource, ref, stackOf } from '#test/model/build';
import { call, code, env, event, gap } from '#test/model/operations';

const RESOURCES: Readonly<Record<string, PlainResource>> = {
  Orders: { Type: 'AWS::DynamoDB::Table', Properties: {} },
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: {
            Statement: [{ Effect: 'Allow', Action: ['dynamodb:Get*', 'sqs:SendMessage'], Resource: '*' }],
          },
        },
      ],
    },
  },
};

const fn = (role: Plain): PlainResource => ({
  Type: 'AWS::Lambda::Function',
  Properties: { Role: role, Environment: { Variables: { TABLE: ref('Orders') } } },
});

/** Grants listing on some buckets, of which nobody knows whether they are meant. */
const reader: PlainResource = {
  Type: 'AWS::IAM::Policy',
  Properties: {
    PolicyName: 'reader',
    Roles: [ref('Role')],
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:ListBucket', Resource: 'arn:aws:s3:::uploads-*' }] },
  },
};

const PUT = call('dynamodb', 'PutItem', { TableName: env('TABLE') });
const GET = call('dynamodb', 'GetItem', { TableName: event });

function reports(more: Readonly<Record<string, PlainResource>>, ...items: readonly (Operation | OperationGap)[]) {
  const cloud = new Cloud([stackOf({ ...RESOURCES, ...more })]);
  const operations = new Map(cloud.all('AWS::Lambda::Function').map((one) => [one.id, code(...items)]));
  return functionReports(cloud, operations, comparedRoles(cloud, operations));
}

describe('the report of a function', () => {
  it('has everything with its place, as JSON', () => {
    const [report] = reports({ Fn: fn(att('Role')) }, PUT, GET);
    expect(report).toMatchObject({
      function: 'Fn',
      role: 'Role',
      sharedWith: [],
      used: [
        { action: 'dynamodb:PutItem', resources: ['${Orders.Arn}'], by: 'dynamodb PutItem', evidence: { line: 1 } },
        { action: 'dynamodb:GetItem', resources: [], unknown: 'TableName comes from the event' },
      ],
      excess: [
        { action: 'dynamodb:Get*', verdict: 'wider' },
        { action: 'sqs:SendMessage', verdict: 'excess', evidence: { file: 'template.yaml' } },
      ],
      missing: [{ action: 'dynamodb:PutItem', confidence: 'certain', evidence: { file: 'src/handler.js', line: 1 } }],
      abstentions: [],
    });
    expect(report?.granted.find(({ managedPolicy }) => managedPolicy !== undefined)?.action).toBe(
      'logs:CreateLogGroup',
    );
    expect(report?.conditional.map(({ action }) => action)).toContain('logs:PutLogEvents');
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  it('has the policy that would do', () => {
    const [report] = reports({ Fn: fn(att('Role')) }, PUT, GET);
    expect(report?.policy).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['dynamodb:PutItem'], Resource: [{ 'Fn::GetAtt': ['Orders', 'Arn'] }] },
        {
          Effect: 'Allow',
          Action: ['dynamodb:GetItem', 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: ['*'],
        },
      ],
    });
  });

  it('has in the policy what may be asked for and may be granted now', () => {
    const [report] = reports(
      { Fn: fn(att('Role')), Some: reader },
      call('s3', 'GetObject', { Bucket: event, Key: event }),
    );
    const actions = report?.policy?.Statement.flatMap(({ Action }) => Action);
    expect(actions).toContain('s3:ListBucket');
  });

  it('has no policy while something was not seen, and says what', () => {
    const [report] = reports({ Fn: fn(att('Role')) }, PUT, gap('the module ./db cannot be found'));
    expect(report?.policy).toBeUndefined();
    expect(report?.excess).toEqual([]);
    expect(report?.abstentions).toEqual([
      { kind: 'code', why: 'the module ./db cannot be found', evidence: { file: 'src/handler.js', line: 1 } },
    ]);
  });

  it('speaks of a role from outside as unknown', () => {
    const [report] = reports({ Fn: fn('arn:aws:iam::123456789012:role/other') }, PUT);
    expect(report).toMatchObject({ granted: [], missing: [], abstentions: [{ kind: 'role' }] });
    expect(report?.used.map(({ action }) => action)).toEqual(['dynamodb:PutItem']);
  });

  it('names who else acts with the role', () => {
    const all = reports({ A: fn(att('Role')), B: fn(att('Role')) }, PUT);
    expect(all.map((one) => [one.function, one.sharedWith])).toEqual([
      ['A', ['B']],
      ['B', ['A']],
    ]);
  });
});
