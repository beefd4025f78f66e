import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import type { Statement } from '#model/statement';
import { att, type Plain, type PlainResource, ref, stackOf, sub, UNKNOWN, when } from './build.js';

function statements(resources: { readonly [id: string]: PlainResource }): readonly Statement[] {
  return new Cloud([stackOf(resources)]).statements;
}

function policy(statement: Plain): { readonly [id: string]: PlainResource } {
  return { P: { Type: 'AWS::IAM::Policy', Properties: { PolicyDocument: { Statement: statement } } } };
}

const texts = (properties: readonly { readonly text: unknown }[]): string[] =>
  properties.map((one) => String(one.text));

describe('lowering of policy documents', () => {
  it('takes a single string or statement where a list belongs', () => {
    const [one, ...rest] = statements(policy({ Sid: 'A', Effect: 'Allow', Action: 's3:Get*', Resource: '*' }));
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ effect: 'Allow', sid: 'A', kind: 'identity', complete: true, conditions: [] });
    expect(texts(one?.actions ?? [])).toEqual(['s3:Get*']);
    expect(one?.property.path).toEqual(['PolicyDocument', 'Statement']);
  });

  it('keeps NotAction, NotResource and NotPrincipal apart from their opposites', () => {
    const [one] = statements(
      policy([{ Effect: 'Deny', NotAction: ['s3:*'], NotResource: ['*'], NotPrincipal: { AWS: ['123456789012'] } }]),
    );
    expect(one).toMatchObject({ effect: 'Deny', actions: [], resources: [], principals: [] });
    expect(texts(one?.notActions ?? [])).toEqual(['s3:*']);
    expect(one?.notPrincipals.map(({ kind, value }) => [kind, value])).toEqual([['aws', '123456789012']]);
  });

  it('points at the place where the statement and each item is written', () => {
    const stack = stackOf(policy([{ Effect: 'Allow', Action: ['s3:*', 'sqs:*'], Resource: '*' }]));
    const [one] = new Cloud([stack]).statements;
    expect(one && stack.root.slice(one.at.span)).toMatch(/^\{\s+"Effect"/);
    const action = one?.actions[1];
    expect(action && stack.root.slice(action.location.span)).toBe('"sqs:*"');
    expect(action?.path).toEqual(['PolicyDocument', 'Statement', 0, 'Action', 1]);
  });

  it('makes one statement for each branch of an effect and of a condition block', () => {
    const found = statements(
      policy([
        {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: when('IsProd', { StringEquals: { 'aws:SourceAccount': '1' } }),
        },
      ]),
    );
    expect(found.map((one) => [one.when[0]?.holds, one.conditions.length])).toEqual([
      [true, 1],
      [false, 0],
    ]);
  });

  it('leaves out the items that cannot hold together with the branch of the statement', () => {
    const found = statements(
      policy([{ Effect: when('Open', 'Allow', 'Deny'), Action: when('Open', 's3:Get*', 's3:*'), Resource: '*' }]),
    );
    expect(found.map((one) => [one.effect, ...texts(one.actions)])).toEqual([
      ['Allow', 's3:Get*'],
      ['Deny', 's3:*'],
    ]);
  });

  it('is incomplete when a list or an item is unknown', () => {
    expect(statements(policy([{ Effect: 'Allow', Action: UNKNOWN, Resource: '*' }]))[0]?.complete).toBe(false);
    expect(statements(policy([{ Effect: 'Allow', Action: ['s3:*', UNKNOWN], Resource: '*' }]))[0]?.complete).toBe(
      false,
    );
    expect(
      statements(policy([{ Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: UNKNOWN }]))[0]?.complete,
    ).toBe(false);
    expect(statements(policy([UNKNOWN, { Effect: 'Allow', Action: 's3:*', Resource: '*' }]))).toHaveLength(1);
    expect(statements(policy([{ Effect: UNKNOWN, Action: 's3:*', Resource: '*' }]))).toEqual([]);
  });

  it('reads operators with their prefixes and condition keys in lower case', () => {
    const [one] = statements(
      policy([
        {
          Effect: 'Allow',
          Action: 's3:*',
          Resource: '*',
          Condition: { 'ForAnyValue:StringLikeIfExists': { 'AWS:PrincipalOrgID': ['o-1', 'o-2'] } },
        },
      ]),
    );
    expect(one?.conditions.map(({ operator, key, values }) => [operator, key, texts(values)])).toEqual([
      ['ForAnyValue:StringLikeIfExists', 'aws:principalorgid', ['o-1', 'o-2']],
    ]);
  });

  it('reads a document from JSON in a string, keeping references in it', () => {
    const cloud = new Cloud([
      stackOf({
        Queue: { Type: 'AWS::SQS::Queue' },
        Policy: {
          Type: 'AWS::Logs::ResourcePolicy',
          Properties: {
            PolicyDocument: sub(
              '{"Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:*","Resource":"${Queue.Arn}*"}]}',
            ),
          },
        },
      }),
    ]);
    const [one] = cloud.statements;
    expect(texts(one?.resources ?? [])).toEqual(['${Queue.Arn}*']);
    expect(one?.principals[0]).toMatchObject({ kind: 'service', value: 'es.amazonaws.com' });
    const broken = { Type: 'AWS::Logs::ResourcePolicy', Properties: { PolicyDocument: '{"Statement":[' } };
    expect(statements({ Policy: broken })).toEqual([]);
  });
});

describe('principals', () => {
  const bucket = (principal: Plain): { readonly [id: string]: PlainResource } => ({
    Bucket: { Type: 'AWS::S3::Bucket' },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: ref('Bucket'),
        PolicyDocument: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 's3:*', Resource: '*' }] },
      },
    },
  });
  const kinds = (principal: Plain) =>
    statements(bucket(principal)).flatMap((one) => one.principals.map(({ kind, value }) => [kind, value?.toString()]));

  it('tells everybody, accounts, services, identity providers and canonical users apart', () => {
    expect(kinds('*')).toEqual([['any', '*']]);
    expect(kinds({ AWS: '*' })).toEqual([['any', '*']]);
    expect(kinds({ Service: ['a.amazonaws.com'], AWS: ['*', '123456789012'] })).toEqual([
      ['service', 'a.amazonaws.com'],
      ['any', '*'],
      ['aws', '123456789012'],
    ]);
    expect(kinds({ Federated: '*', CanonicalUser: 'abc' })).toEqual([
      ['federated', '*'],
      ['canonical', 'abc'],
    ]);
    expect(kinds({ AWS: sub('arn:aws:iam::${AWS::AccountId}:root') })).toEqual([
      ['aws', 'arn:aws:iam::${AWS::AccountId}:root'],
    ]);
    expect(statements(bucket({ AWS: UNKNOWN }))[0]).toMatchObject({ complete: false });
  });

  it('knows what a resource policy protects', () => {
    const cloud = new Cloud([stackOf(bucket('*'))]);
    const target = cloud.all('AWS::S3::Bucket')[0];
    expect(target && cloud.policiesOn(target).map((one) => one.carrier.logicalId)).toEqual(['Policy']);
  });
});

describe('carriers of other shapes', () => {
  const fn: PlainResource = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders' } };
  const permission = (properties: { readonly [key: string]: Plain }): { readonly [id: string]: PlainResource } => ({
    Fn: fn,
    Permission: {
      Type: 'AWS::Lambda::Permission',
      Properties: { Action: 'lambda:InvokeFunction', FunctionName: ref('Fn'), ...properties },
    },
  });

  it('lowers a Lambda permission with what narrows it', () => {
    const [one] = statements(
      permission({ Principal: 's3.amazonaws.com', SourceArn: att('Fn'), SourceAccount: ref('AWS::AccountId') }),
    );
    expect(one).toMatchObject({ effect: 'Allow', kind: 'resource' });
    expect(one?.principals[0]).toMatchObject({ kind: 'service', value: 's3.amazonaws.com' });
    expect(one?.conditions.map((test) => test.key)).toEqual(['aws:sourcearn', 'aws:sourceaccount']);
    expect(one?.targets.map((target) => target.logicalId)).toEqual(['Fn']);
  });

  it('sees the branch in which a permission is not narrowed', () => {
    const found = statements(
      permission({ Principal: 's3.amazonaws.com', SourceArn: when('HasBucket', 'arn:aws:s3:::x') }),
    );
    expect(found.map((one) => one.conditions.length)).toEqual([1, 0]);
  });

  it('finds the function by name, ARN, alias and version', () => {
    for (const name of [
      'orders',
      'arn:aws:lambda:eu-west-1:123456789012:function:orders:live',
      sub('arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:orders'),
      sub('${Fn.Arn}:live'),
      ref('Alias'),
    ]) {
      const [one] = statements({
        ...permission({ Principal: '*', FunctionName: name }),
        Alias: { Type: 'AWS::Lambda::Alias', Properties: { FunctionName: ref('Fn'), Name: 'live' } },
      });
      expect(one?.targets.map((target) => target.logicalId)).toEqual(['Fn']);
    }
  });

  it('lowers event bus policies in both forms', () => {
    const bus: PlainResource = { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } };
    const found = statements({
      Bus: bus,
      Old: {
        Type: 'AWS::Events::EventBusPolicy',
        Properties: {
          EventBusName: 'orders',
          Action: 'events:PutEvents',
          Principal: '*',
          StatementId: 'x',
          Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-1' },
        },
      },
      New: {
        Type: 'AWS::Events::EventBusPolicy',
        Properties: {
          EventBusName: ref('Bus'),
          StatementId: 'y',
          Statement: { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: att('Bus') },
        },
      },
    });
    expect(found.map((one) => [one.principals[0]?.kind, one.targets[0]?.logicalId, one.conditions[0]?.key])).toEqual([
      ['any', 'Bus', 'aws:principalorgid'],
      ['any', 'Bus', undefined],
    ]);
  });
});

describe('grants', () => {
  const document = (action: string): Plain => ({ Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });
  const resources: { readonly [id: string]: PlainResource } = {
    Fn: { Type: 'AWS::Lambda::Function', Properties: { Role: att('Role') } },
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: sub('${Stage}-orders'),
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        },
        Policies: [{ PolicyName: 'inline', PolicyDocument: document('a:Inline') }],
        ManagedPolicyArns: [
          ref('Managed'),
          sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'),
        ],
      },
    },
    ByRef: { Type: 'AWS::IAM::Policy', Properties: { Roles: [ref('Role')], PolicyDocument: document('b:ByRef') } },
    ByName: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { Roles: [sub('${Stage}-orders')], PolicyDocument: document('c:ByName') },
    },
    Single: {
      Type: 'AWS::IAM::RolePolicy',
      Properties: { RoleName: ref('Role'), PolicyDocument: document('d:Single') },
    },
    Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document('e:Managed') } },
    Other: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['other'], PolicyDocument: document('f:Other') } },
  };
  const cloud = new Cloud([stackOf(resources)]);
  const [fn] = cloud.all('AWS::Lambda::Function');

  it('gathers every statement that reaches the role, and no trust', () => {
    const found = fn && cloud.grants(fn);
    expect(found?.role?.logicalId).toBe('Role');
    expect(found?.statements.flatMap((one) => texts(one.actions)).sort()).toEqual([
      'a:Inline',
      'b:ByRef',
      'c:ByName',
      'd:Single',
      'e:Managed',
    ]);
    expect(found?.managed).toHaveLength(1);
    expect(found?.complete).toBe(false);
  });

  it('leads from a policy to the functions that hold it', () => {
    for (const name of ['Role', 'ByRef', 'ByName', 'Managed']) {
      const carrier = cloud.get(`template.yaml#${name}`);
      expect(carrier && cloud.functionsOf(carrier).map((one) => one.logicalId)).toEqual(['Fn']);
    }
    const other = cloud.get('template.yaml#Other');
    expect(other && cloud.functionsOf(other)).toEqual([]);
  });

  it('does not join names across unrelated stacks', () => {
    const apart = new Cloud([
      stackOf({ Role: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r' } } }, 'a.yaml'),
      stackOf(
        { P: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['r'], PolicyDocument: document('a:B') } } },
        'b.yaml',
      ),
    ]);
    const [role] = apart.all('AWS::IAM::Role');
    expect(role && apart.grantsOfRole(role).statements).toEqual([]);
  });
});
