import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { entryCovers } from '#model/needs/arns';
import { needsOfCalls } from '#model/needs/calls';
import type { NeededPermission, Needs } from '#model/needs/need';
import type { Operation, OperationGap } from '#model/operations';
import { att, type Plain, type PlainResource, ref, stackOf, sub, UNKNOWN } from '#test/model/build';
import { call, code, env, event, gap, joined, several } from '#test/model/operations';

const RESOURCES: Readonly<Record<string, PlainResource>> = {
  Orders: { Type: 'AWS::DynamoDB::Table', Properties: {} },
  Uploads: { Type: 'AWS::S3::Bucket', Properties: {} },
  Jobs: { Type: 'AWS::SQS::Queue', Properties: {} },
  News: { Type: 'AWS::SNS::Topic', Properties: {} },
  Worker: { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'worker' } },
  Login: { Type: 'AWS::SecretsManager::Secret', Properties: {} },
  Flow: { Type: 'AWS::StepFunctions::StateMachine', Properties: {} },
  Documents: { Type: 'AWS::Kendra::Index', Properties: { Name: 'documents' } },
  Setting: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/shop/setting' } },
  Named: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'named' } },
};

function needs(variables: { [name: string]: Plain }, ...items: readonly (Operation | OperationGap)[]): Needs {
  const cloud = cloudOf(variables);
  const fn = cloud.all('AWS::Lambda::Function').find(({ logicalId }) => logicalId === 'Fn');
  if (!fn) throw new Error('no function');
  return needsOfCalls(cloud, fn, code(...items));
}

function cloudOf(variables: { [name: string]: Plain }, more: Readonly<Record<string, PlainResource>> = {}): Cloud {
  return new Cloud([
    stackOf({
      ...RESOURCES,
      ...more,
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: variables } } },
    }),
  ]);
}

/** `action on …`, with `?` before what is conditional. */
function shown({ permissions }: Needs): readonly string[] {
  return permissions.filter(({ action }) => !action.startsWith('kms:')).map(one);
}

function one({ action, class: kind, on }: NeededPermission): string {
  const where =
    on.kind === 'every'
      ? '*'
      : on.kind === 'unknown'
        ? `unknown: ${on.why}`
        : on.arns.map(({ arn }) => arn.toString()).join(' + ');
  return `${kind === 'required' ? '' : '?'}${action} on ${where}`;
}

describe('what an operation asks for', () => {
  it('is asked of the caller, unless another role is handed on', () => {
    const started = (more: { [name: string]: string }) =>
      shown(needs({}, call('transcribe', 'StartTranscriptionJob', { OutputBucketName: 'texts', ...more }))).filter(
        (text) => /^\??s3:(?:Get|Put)Object on/.test(text),
      );
    const texts = 'arn:${AWS::Partition}:s3:::texts/*';
    expect(started({})).toContain(`s3:PutObject on ${texts}`);
    expect(started({ 'JobExecutionSettings.DataAccessRoleArn': 'arn:aws:iam::111122223333:role/r' })).toEqual([
      expect.stringMatching(/^\?s3:GetObject/),
      `?s3:PutObject on ${texts}`,
      expect.stringMatching(/^\?s3:PutObject/),
    ]);
  });

  it('may be more than is known, where the operation works in the name of its caller', () => {
    const doubts = (...[service, name]: [string, string]) =>
      needs({}, call(service, name)).abstentions.map(({ why, service: of }) => `${of ?? '*'} ${why}`);
    expect(doubts('dynamodb', 'ImportTable')).toEqual([
      '* what dynamodb asks its caller for besides in ImportTable is not known',
    ]);
    expect(doubts('opensearch', 'UpdateDomainConfig')).toHaveLength(1);
    expect(doubts('cloudformation', 'CreateStack')).toHaveLength(1);
    expect(doubts('ec2', 'RunInstances')).toHaveLength(1);
    expect(doubts('lambda', 'UpdateFunctionCode')).toHaveLength(1);
    for (const [service, name] of [
      ['dynamodb', 'PutItem'],
      ['dynamodb', 'DescribeImport'],
      ['cloudformation', 'DescribeStacks'],
      ['ec2', 'DescribeInstances'],
      ['lambda', 'Invoke'],
      ['glue', 'StartJobRun'],
      ['sfn', 'StartExecution'],
    ] as const)
      expect(doubts(service, name)).toEqual([]);
  });

  it('is to see what protects a resource, where that is asked for', () => {
    expect(shown(needs({}, call('wafv2', 'GetWebACLForResource')))).toContainEqual(
      expect.stringMatching(/^\?wafv2:GetWebACL on/),
    );
  });

  it('may be to tag the session of another role, and to subscribe to the model of somebody else', () => {
    expect(shown(needs({}, call('sts', 'AssumeRole', { RoleArn: event })))).toContainEqual(
      expect.stringMatching(/^\?sts:TagSession on/),
    );
    expect(shown(needs({}, call('bedrock-runtime', 'Converse')))).toContainEqual(
      expect.stringMatching(/^\?aws-marketplace:Subscribe on/),
    );
  });

  it('may be to tag what is made, as the service calls it', () => {
    const tagged = shown(needs({}, call('ssm', 'PutParameter', { Name: 'x' }, { wholeInput: false })));
    expect(tagged).toContainEqual(expect.stringMatching(/^\?ssm:AddTagsToResource on/));
  });

  it('is all that is below a path, which may end in a slash', () => {
    const below = 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/app';
    const asked = (path: string) => shown(needs({}, call('ssm', 'GetParametersByPath', { Path: path })));
    expect(asked('/app')).toEqual([`ssm:GetParametersByPath on ${below} + ${below}/*`]);
    expect(asked('/app/')).toEqual([`ssm:GetParametersByPath on ${below}/ + ${below}/*`]);
  });

  it('is an index, whatever gives its id, with what stands within it', () => {
    const asked = (operation: string, id: Plain) =>
      shown(needs({ INDEX: id }, call('kendra', operation, { IndexId: env('INDEX') })));
    expect(asked('Query', att('Documents', 'Id'))).toEqual(['kendra:Query on ${Documents.Arn}']);
    expect(asked('Query', ref('Documents'))).toEqual(['kendra:Query on ${Documents.Arn}']);
    expect(asked('StartDataSourceSyncJob', ref('Documents'))).toEqual([
      'kendra:StartDataSourceSyncJob on ${Documents.Arn} + ${Documents.Arn}/*',
    ]);
  });

  it('is the bucket as well, where a service is told to read from one', () => {
    const stored = { 'Image.S3Object.Bucket': event, 'Image.S3Object.Name': event };
    expect(shown(needs({}, call('rekognition', 'DetectText', stored)))).toContainEqual(
      expect.stringMatching(/^s3:GetObject on /),
    );
    const bytes = needs({}, call('rekognition', 'DetectText', { 'Image.Bytes': event }));
    expect(shown(bytes).filter((text) => text.includes('GetObject'))).toEqual([]);
    const variable = needs({}, call('textract', 'DetectDocumentText', {}, { wholeInput: false }));
    expect(shown(variable)).toContainEqual(expect.stringMatching(/^\?s3:GetObject on /));
  });

  it('is the action of its name, whichever SDK names the client, whatever the capitals', () => {
    for (const service of ['dynamodb', 'DynamoDB']) {
      const found = needs({ TABLE: ref('Orders') }, call(service, 'putitem', { TableName: env('TABLE') }));
      expect(shown(found)).toEqual(['dynamodb:PutItem on ${Orders.Arn}']);
    }
    for (const service of ['secrets-manager', 'secretsmanager', 'SecretsManager']) {
      const found = needs({}, call(service, 'GetSecretValue', { SecretId: event }));
      expect(shown(found)).toEqual(['secretsmanager:GetSecretValue on unknown: SecretId comes from the event']);
    }
    for (const service of ['sfn', 'stepfunctions', 'StepFunctions']) {
      const found = needs({ FLOW: ref('Flow') }, call(service, 'StartExecution', { stateMachineArn: env('FLOW') }));
      expect(shown(found)).toEqual(['states:StartExecution on ${Flow}']);
    }
  });

  it('is another action where IAM calls it otherwise', () => {
    expect(shown(needs({ FN: ref('Worker') }, call('lambda', 'Invoke', { FunctionName: env('FN') })))).toEqual([
      'lambda:InvokeFunction on ${Worker.Arn}',
    ]);
    expect(shown(needs({ BUCKET: ref('Uploads') }, call('s3', 'ListObjectsV2', { Bucket: env('BUCKET') })))).toEqual([
      's3:ListBucket on ${Uploads.Arn}',
      '?s3:GetObjectAcl on ${Uploads.Arn}/*',
    ]);
    expect(shown(needs({ Q: ref('Jobs') }, call('sqs', 'SendMessageBatch', { QueueUrl: env('Q') })))).toEqual([
      'sqs:SendMessage on ${Jobs.Arn}',
    ]);
    expect(shown(needs({}, call('apigatewaymanagementapi', 'PostToConnection', {})))).toEqual([
      'execute-api:ManageConnections on unknown: resources of execute-api are not followed',
    ]);
    expect(shown(needs({}, call('api-gateway', 'GetRestApis')))[0]).toMatch(/^apigateway:GET on unknown/);
  });

  it('follows the parameters that are passed', () => {
    const bucket = { BUCKET: ref('Uploads') };
    const whole = needs(bucket, call('s3', 'GetObject', { Bucket: env('BUCKET'), Key: event }));
    expect(shown(whole)).toEqual(['s3:GetObject on ${Uploads.Arn}/*', '?s3:ListBucket on ${Uploads.Arn}']);
    const version = needs(bucket, call('s3', 'GetObject', { Bucket: env('BUCKET'), Key: event, VersionId: event }));
    expect(shown(version)).toContain('s3:GetObjectVersion on ${Uploads.Arn}/*');
    const part = needs(bucket, call('s3', 'GetObject', { Bucket: env('BUCKET') }, { wholeInput: false }));
    expect(shown(part)).toContain('?s3:GetObjectVersion on ${Uploads.Arn}/*');
  });

  it('reads the verb of PartiQL, and the members of a transaction', () => {
    expect(shown(needs({}, call('dynamodb', 'ExecuteStatement', { Statement: 'SELECT * FROM "Orders"' })))).toEqual([
      'dynamodb:PartiQLSelect on unknown: what it is called on is not seen',
    ]);
    expect(shown(needs({}, call('dynamodb', 'ExecuteStatement', { Statement: event })))).toHaveLength(4);
    // What is put into a statement does not change what it begins with.
    const built = { kind: 'unknown', why: 'comes from the event', starts: 'DELETE FROM "' } as const;
    expect(shown(needs({}, call('dynamodb', 'ExecuteStatement', { Statement: built })))).toEqual([
      'dynamodb:PartiQLDelete on unknown: what it is called on is not seen',
    ]);
    const put = { 'TransactItems.Put.TableName': env('TABLE') };
    expect(shown(needs({ TABLE: ref('Orders') }, call('dynamodb', 'TransactWriteItems', put)))).toEqual([
      'dynamodb:PutItem on ${Orders.Arn}',
    ]);
    const any = call('dynamodb', 'TransactWriteItems', {}, { wholeInput: false });
    expect(shown(needs({}, any)).every((text) => text.startsWith('?'))).toBe(true);
  });

  it('asks nothing required for what AWS answers to anybody', () => {
    const found = needs({}, call('sts', 'GetCallerIdentity'), call('cognito-idp', 'SignUp'), call('sso', 'Logout'));
    expect(found.permissions.every((need) => need.class === 'conditional')).toBe(true);
    expect(found.abstentions).toEqual([]);
  });

  it('passes roles on', () => {
    const found = needs({}, call('lambda', 'CreateFunction', { Role: 'arn:aws:iam::123456789012:role/worker' }));
    expect(shown(found)).toContain('iam:PassRole on arn:aws:iam::123456789012:role/worker');
  });

  it('takes a call with other credentials as conditional', () => {
    const found = needs({}, call('dynamodb', 'PutItem', { TableName: 'named' }, { otherCredentials: true }));
    expect(shown(found)).toEqual(['?dynamodb:PutItem on ${Named.Arn}']);
  });

  it('takes IAM actions for calls without a client', () => {
    expect(shown(needs({}, call('rds-db', 'connect')))).toEqual([
      'rds-db:connect on unknown: resources of rds-db are not followed',
    ]);
  });

  it('abstains from what is unknown', () => {
    expect(needs({}, call('frobnicator', 'Frob')).abstentions).toMatchObject([{ kind: 'operation' }]);
    expect(needs({}, call('frobnicator', 'Frob')).abstentions[0]?.service).toBeUndefined();
    expect(needs({}, call('glue', 'FrobnicateAsset')).abstentions).toMatchObject([
      { kind: 'operation', service: 'glue' },
    ]);
    expect(needs({}, gap('the command is chosen at run time', 'SFN')).abstentions).toMatchObject([
      { kind: 'code', service: 'states', why: 'the command is chosen at run time' },
    ]);
  });
});

describe('what it is called on', () => {
  it('is followed through environment variables', () => {
    const on = (value: Plain, ...calls: readonly Operation[]) => shown(needs({ X: value }, ...calls));
    const put = call('dynamodb', 'PutItem', { TableName: env('X') });
    expect(on(ref('Orders'), put)).toEqual(['dynamodb:PutItem on ${Orders.Arn}']);
    expect(on(att('Orders'), put)).toEqual(['dynamodb:PutItem on ${Orders.Arn}']);
    expect(on('named', put)).toEqual(['dynamodb:PutItem on ${Named.Arn}']);
    expect(on('other', put)).toEqual([
      'dynamodb:PutItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/other',
    ]);
    expect(on(ref('TableName'), put)).toEqual([
      'dynamodb:PutItem on arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${TableName}',
    ]);
    expect(on(UNKNOWN, put)).toEqual(['dynamodb:PutItem on unknown: TableName is X, whose value is not known']);
    expect(shown(needs({}, put))).toEqual([
      'dynamodb:PutItem on unknown: TableName is X, which the template does not set',
    ]);
  });

  it('takes a text around a reference for another name', () => {
    const put = call('s3', 'PutObject', { Bucket: joined(env('X'), '-archive') });
    expect(shown(needs({ X: ref('Uploads') }, put))[0]).toBe(
      's3:PutObject on arn:${AWS::Partition}:s3:::${Uploads}-archive/*',
    );
  });

  it('reads names, ARNs and URLs of each service', () => {
    const on = (...args: Parameters<typeof call>) => shown(needs({}, call(...args)))[0]?.split(' on ')[1];
    const queue = 'https://sqs.eu-west-1.amazonaws.com/123456789012/other';
    expect(on('sqs', 'SendMessage', { QueueUrl: queue })).toBe('arn:${AWS::Partition}:sqs:*:123456789012:other');
    expect(on('sns', 'Publish', { TopicArn: 'arn:aws:sns:eu-west-1:123456789012:news' })).toBe(
      'arn:aws:sns:eu-west-1:123456789012:news',
    );
    expect(on('sns', 'Publish', { PhoneNumber: event })).toBe('*');
    expect(on('events', 'PutEvents', { 'Entries.Source': 'shop' })).toMatch(/event-bus\/default$/);
    expect(on('secretsmanager', 'GetSecretValue', { SecretId: 'shop/db' })).toMatch(/:secret:shop\/db-\?{6}$/);
    expect(on('ssm', 'GetParameter', { Name: '/shop/other' })).toMatch(/:parameter\/shop\/other$/);
    expect(on('ssm', 'GetParameter', { Name: '/shop/setting' })).toMatch(/:parameter\$\{Setting\}$/);
    expect(on('ssm', 'GetParametersByPath', { Path: '/shop' })).toMatch(/parameter\/shop \+ .*parameter\/shop\/\*$/);
    const [key] = needs({}, call('kms', 'Decrypt', { KeyId: 'alias/shop' })).permissions;
    expect(key?.on.kind).toBe('unknown');
    expect(on('ec2', 'DescribeSubnets')).toBe('*');
    expect(on('dynamodb', 'PutItem', { TableName: 'far' }, { otherRegion: true })).toMatch(/:dynamodb:\*:/);
  });

  it('takes a parameter of the template for what it must be', () => {
    const on = (value: Plain, ...args: Parameters<typeof call>) =>
      shown(needs({ X: value }, call(...args)))[0]?.split(' on ')[1];
    expect(on(ref('TopicArn'), 'sns', 'Publish', { TopicArn: env('X') })).toBe('${TopicArn}');
    expect(on(ref('OtherQueue'), 'sqs', 'SendMessage', { QueueUrl: env('X') })).toMatch(/^unknown/);
    expect(on(ref('TableArn'), 'dynamodb', 'PutItem', { TableName: env('X') })).toMatch(/^unknown/);
    expect(on(ref('SecretName'), 'secretsmanager', 'GetSecretValue', { SecretId: env('X') })).toMatch(/^unknown/);
    const point = 'arn:aws:s3:us-east-1:123456789012:accesspoint/shop';
    expect(on(point, 's3', 'GetObject', { Bucket: env('X') })).toMatch(/^unknown/);
  });

  it('names indexes, qualifiers and copies', () => {
    const table = { X: ref('Orders') };
    const query = (more: { [name: string]: string }, whole = true) =>
      shown(needs(table, call('dynamodb', 'Query', { TableName: env('X'), ...more }, { wholeInput: whole })));
    expect(query({})).toEqual(['dynamodb:Query on ${Orders.Arn}']);
    expect(query({ IndexName: 'byDate' })).toEqual([
      'dynamodb:Query on ${Orders.Arn}/index/byDate',
      '?dynamodb:Query on ${Orders.Arn}',
    ]);
    expect(query({}, false)).toEqual(['dynamodb:Query on ${Orders.Arn} + ${Orders.Arn}/index/*']);
    const invoke = needs({}, call('lambda', 'Invoke', { FunctionName: 'worker', Qualifier: 'live' }));
    expect(shown(invoke)[0]).toBe('lambda:InvokeFunction on ${Worker.Arn}:*');
    const copy = call('s3', 'CopyObject', { Bucket: 'to', CopySource: joined(env('X'), '/', event) });
    expect(shown(needs({ X: ref('Uploads') }, copy)).slice(0, 2)).toEqual([
      's3:GetObject on ${Uploads.Arn}/*',
      's3:PutObject on arn:${AWS::Partition}:s3:::to/*',
    ]);
  });

  it('is each of several', () => {
    const batch = call('dynamodb', 'BatchGetItem', { RequestItems: several(env('X'), env('Y')) });
    expect(shown(needs({ X: ref('Orders'), Y: ref('Named') }, batch))).toEqual([
      'dynamodb:BatchGetItem on ${Orders.Arn}',
      'dynamodb:BatchGetItem on ${Named.Arn}',
    ]);
  });

  it('can be written only where the author wrote it so', () => {
    const written = (value: Plain) => {
      const [need] = needs({ X: value }, call('dynamodb', 'PutItem', { TableName: env('X') })).permissions;
      return need?.on.kind === 'arns' ? need.on.arns[0]?.written?.toString() : undefined;
    };
    expect(written('other')).toMatch(/table\/other$/);
    expect(written(ref('Orders'))).toBe('${Orders.Arn}');
  });
});

describe('keys', () => {
  const used = (key: Plain | undefined) => {
    const cloud = cloudOf(
      { Q: ref('Secret') },
      {
        Key: { Type: 'AWS::KMS::Key', Properties: {} },
        Secret: { Type: 'AWS::SQS::Queue', Properties: key === undefined ? {} : { KmsMasterKeyId: key } },
      },
    );
    const fn = cloud.all('AWS::Lambda::Function').find(({ logicalId }) => logicalId === 'Fn');
    if (!fn) throw new Error('no function');
    const found = needsOfCalls(cloud, fn, code(call('sqs', 'SendMessage', { QueueUrl: env('Q') })));
    return found.permissions.filter(({ action }) => action.startsWith('kms:')).map(one);
  };

  it('are needed with what they encrypt', () => {
    expect(used(att('Key'))).toEqual(['kms:GenerateDataKey on ${Key.Arn}', 'kms:Decrypt on ${Key.Arn}']);
    expect(used(ref('Key'))).toEqual(['kms:GenerateDataKey on ${Key.Arn}', 'kms:Decrypt on ${Key.Arn}']);
    expect(used('alias/aws/sqs')).toEqual([]);
    expect(used(undefined)).toEqual([]);
    expect(used(UNKNOWN).every((text) => text.startsWith('?'))).toBe(true);
  });
});

describe('comparing ARNs in different forms', () => {
  it('knows references by their names', () => {
    const cloud = cloudOf({});
    const named = cloud.resources.find(({ logicalId }) => logicalId === 'Named');
    const orders = cloud.resources.find(({ logicalId }) => logicalId === 'Orders');
    const bucket = cloud.resources.find(({ logicalId }) => logicalId === 'Uploads');
    if (!named || !orders || !bucket) throw new Error('no table');
    expect(entryCovers(cloud, 'arn:aws:dynamodb:*:*:table/named', named.ref('Arn'))).toBe('yes');
    expect(entryCovers(cloud, 'arn:aws:dynamodb:*:*:table/other', named.ref('Arn'))).toBe('no');
    expect(entryCovers(cloud, 'arn:aws:dynamodb:*:*:table/*', orders.ref('Arn'))).toBe('yes');
    expect(entryCovers(cloud, 'arn:aws:dynamodb:*:*:table/named', orders.ref('Arn'))).toBe('unknown');
    expect(entryCovers(cloud, bucket.ref('Arn'), bucket.ref('Arn', '/*'))).toBe('no');
    expect(entryCovers(cloud, '*', bucket.ref('Arn', '/*'))).toBe('yes');
    const text = cloudOf({ X: sub('arn:${AWS::Partition}:s3:::${Uploads}/*') }).all('AWS::Lambda::Function');
    const entry = text.find(({ logicalId }) => logicalId === 'Fn')?.read(['Environment', 'Variables', 'X'])[0]?.text;
    expect(entryCovers(cloud, entry ?? '', bucket.ref('Arn', '/*'))).toBe('yes');
  });
});
