import { describe, expect, it } from '@jest/globals';
import { isHeldToOne, serviceOf, stakes } from '#finding/stakes';
import { Cloud } from '#model/cloud';
import type { Handler } from '#model/handler';
import { SourceFile } from '#source/file';
import { att, type Plain, stackOf, when } from '../model/build.js';

/** A handler whose function has a role with statements, and the cloud that holds both. */
function load(statements: readonly Plain[], managed: readonly Plain[] = []): { cloud: Cloud; handler: Handler } {
  const cloud = new Cloud([
    stackOf({
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Role: att('Role') } },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          ManagedPolicyArns: managed,
          Policies: [{ PolicyName: 'own', PolicyDocument: { Statement: statements } }],
        },
      },
      Orders: { Type: 'AWS::DynamoDB::Table', Properties: {} },
    }),
  ]);
  const file = new SourceFile('app.js', '');
  const handler: Handler = {
    id: 'app.js#handler',
    functions: cloud.all('AWS::Lambda::Function'),
    name: 'Fn',
    at: { file, span: { start: 0, end: 0 } },
    language: 'javascript',
    triggers: [],
    flows: [],
    observations: [],
    operations: { operations: [], gaps: [] },
    files: [file],
    gaps: [],
  };
  return { cloud, handler };
}

const allow = (action: Plain, resource: Plain = '*', more: { readonly [key: string]: Plain } = {}): Plain => ({
  Effect: 'Allow',
  Action: action,
  Resource: resource,
  ...more,
});

const said = (statements: readonly Plain[], managed: readonly Plain[] = []) => {
  const { cloud, handler } = load(statements, managed);
  return stakes(cloud, handler);
};

describe('what a role allows beyond the work of its function', () => {
  it('is told from the worst, two things at most', () => {
    expect(said([allow('*')])).toBe('do everything in the account');
    expect(said([allow('dynamodb:*')])).toBe('delete every table of the account');
    expect(said([allow(['s3:*', 'dynamodb:*', 'sqs:*'])])).toBe(
      'delete every table of the account and delete what every bucket of the account holds',
    );
    expect(said([allow('iam:PassRole'), allow('secretsmanager:Get*')])).toBe(
      'pass every role of the account to a service and read every secret of the account',
    );
  });

  it('counts what the policies of AWS itself grant', () => {
    expect(said([], ['arn:aws:iam::aws:policy/AdministratorAccess'])).toBe('do everything in the account');
    expect(said([], ['arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess'])).toBe(
      'read what every bucket of the account holds',
    );
  });

  it('is silent where it is not certain', () => {
    expect(said([allow('dynamodb:*', att('Orders'))])).toBeUndefined();
    expect(
      said([allow('dynamodb:*', '*', { Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } } })]),
    ).toBeUndefined();
    expect(said([when('IsTest', allow('dynamodb:*'))])).toBeUndefined();
    const denied: Plain = { Effect: 'Deny', Action: 'dynamodb:DeleteTable', Resource: '*' };
    expect(said([allow('dynamodb:*'), denied])).toBeUndefined();
    expect(said([allow('logs:*')])).toBeUndefined();
  });

  it('is told of one service alone where the role itself is not lost', () => {
    const { cloud, handler } = load([allow(['s3:*', 'dynamodb:*'])]);
    expect(stakes(cloud, handler, 'dynamodb')).toBe('delete every table of the account');
    expect(stakes(cloud, handler, 'sqs')).toBeUndefined();
  });
});

describe('a role that reaches one resource of a service', () => {
  const held = (statements: readonly Plain[], service: string, managed: readonly Plain[] = []) => {
    const { cloud, handler } = load(statements, managed);
    return isHeldToOne(cloud, handler, service);
  };

  it('is held to it', () => {
    expect(held([allow('dynamodb:GetItem', att('Orders'))], 'dynamodb')).toBe(true);
    expect(held([allow('s3:GetObject', 'arn:aws:s3:::uploads/*')], 's3')).toBe(true);
    const queue = 'arn:aws:sqs:eu-west-1:123456789012:jobs';
    expect(held([allow('sqs:SendMessage', queue), allow('sqs:GetQueueUrl', queue)], 'sqs')).toBe(true);
  });

  it('is not where it reaches several, or what it reaches is not known', () => {
    expect(held([allow('s3:GetObject', 'arn:aws:s3:::*/*')], 's3')).toBe(false);
    expect(held([allow('s3:GetObject', 'arn:aws:s3:::uploads-*/*')], 's3')).toBe(false);
    expect(held([allow('s3:GetObject', ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'])], 's3')).toBe(false);
    expect(held([allow('s3:GetObject', 'arn:aws:s3:::a/*')], 'sqs')).toBe(false);
    expect(held([allow('s3:GetObject', 'arn:aws:s3:::a/*')], 's3', ['arn:aws:iam::123456789012:policy/own'])).toBe(
      false,
    );
  });
});

describe('the service that a call is about', () => {
  it.each([
    ['boto3.client(s3).get_object', 's3'],
    ['boto3.resource(dynamodb).Table', 'dynamodb'],
    ['boto3.client(stepfunctions).start_execution', 'states'],
    ['@aws-sdk/client-secrets-manager.GetSecretValueCommand', 'secretsmanager'],
    ['@aws-sdk/lib-dynamodb.PutCommand', 'dynamodb'],
    ['aws-sdk.S3.getObject', 's3'],
    ['requests.get', undefined],
  ])('of %s is %s', (callee, service) => {
    expect(serviceOf(callee)).toBe(service);
  });
});
