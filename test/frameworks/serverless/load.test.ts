import { describe, expect, it } from '@jest/globals';
import { serverless } from '#frameworks/serverless/index';
import { SourceFile } from '#source/file';
import { repository, resourceOf } from '../repository.js';
import {
  fn,
  HEAD,
  loadFunction,
  loadService,
  PROVIDER,
  propertiesOf,
  statementsOf,
  textAt,
  valueAt,
} from './service.js';

const LOGS = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/';

describe('services', () => {
  it.each([
    ['serverless.yml', 'conventional'],
    ['a/b/serverless.yaml', 'conventional'],
    ['serverless.json', 'conventional'],
    ['serverless.ts', 'conventional'],
    ['serverless-api.yml', 'possible'],
    ['serverless-compose.yml', undefined],
    ['node_modules/x/serverless.yml', undefined],
    ['other.yml', undefined],
  ])('are found by name: %s', (path, candidate) => {
    expect(serverless.candidate(path)).toBe(candidate);
  });

  it.each(['provider:\n  name: google\n', 'provider: azure\n'])(
    'of other clouds are none of ours',
    async (provider) => {
      const file = new SourceFile('serverless.yml', `service: x\n${provider}`);
      expect(await serverless.load(file, repository({}), { parameters: {} })).toBeUndefined();
    },
  );

  it('that cannot be parsed are told', async () => {
    const stack = await loadService('service: x\nprovider: {\n');
    expect(stack.problems.length).toBeGreaterThan(0);
  });

  it('say what they leave out', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}functions:\n  a: \${file(a.js)}\n  b: {handler: b.b}\nresources: \${file(r.js)}\n`,
    );
    expect(stack.problems.map((problem) => `${problem.line}: ${problem.message}`)).toEqual([
      '7: The function a was not looked at: what the code of a file returns.',
      '9: A part of `resources` was not looked at: it is what the code of a file returns.',
    ]);
    expect(stack.resources.has('BLambdaFunction')).toBe(true);
  });
});

describe('functions', () => {
  it('become what the framework makes of them', async () => {
    const stack = await loadFunction('tracing: Active\ntimeout: 20');
    expect([...stack.resources.values()].map((one) => [one.logicalId, one.type, one.generatedBy])).toEqual([
      ['ServerlessDeploymentBucket', 'AWS::S3::Bucket', 'provider'],
      ['ServerlessDeploymentBucketPolicy', 'AWS::S3::BucketPolicy', 'provider'],
      ['HelloLogGroup', 'AWS::Logs::LogGroup', 'HelloLambdaFunction'],
      ['HelloLambdaFunction', 'AWS::Lambda::Function', undefined],
      ['HelloLambdaVersion', 'AWS::Lambda::Version', 'HelloLambdaFunction'],
      ['IamRoleLambdaExecution', 'AWS::IAM::Role', 'provider'],
    ]);
    expect(propertiesOf(stack, 'HelloLambdaFunction')).toEqual({
      Code: '.',
      FunctionName: 'shop-dev-hello',
      Handler: 'src/app.hello',
      MemorySize: 1024,
      Role: '${IamRoleLambdaExecution.Arn}',
      Runtime: 'nodejs24.x',
      Timeout: 20,
      TracingConfig: { Mode: 'Active' },
    });
    expect(propertiesOf(stack, 'HelloLogGroup')).toEqual({ LogGroupName: '/aws/lambda/shop-dev-hello' });
    expect(statementsOf(stack)).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:TagResource'],
        Resource: [`${LOGS}shop-dev*:*`],
      },
      { Effect: 'Allow', Action: ['logs:PutLogEvents'], Resource: [`${LOGS}shop-dev*:*:*`] },
      { Effect: 'Allow', Action: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], Resource: ['*'] },
    ]);
    expect(stack.problems).toEqual([]);
  });

  it('take what the provider gives, and their own before it', async () => {
    const provider = `${PROVIDER}  memorySize: 256\n  tracing: {lambda: true}\n  environment: {A: a, B: b}\n  tags: {t: 1}\n  vpc: {securityGroupIds: [sg], subnetIds: [sub]}\n  logRetentionInDays: 7\n`;
    const stack = await loadService(
      `${HEAD}${provider}functions:\n  one: {handler: a.b, environment: {B: c}, tags: {u: 2}}\n  two: {handler: a.b, memorySize: 128, vpc: false, tracing: PassThrough, layers: [x]}\n`,
    );
    expect(propertiesOf(stack, 'OneLambdaFunction')).toMatchObject({
      MemorySize: 256,
      TracingConfig: { Mode: 'Active' },
      Environment: { Variables: { A: 'a', B: 'c' } },
      Tags: [
        { Key: 't', Value: 1 },
        { Key: 'u', Value: 2 },
      ],
      VpcConfig: { SecurityGroupIds: ['sg'], SubnetIds: ['sub'] },
    });
    const two = propertiesOf(stack, 'TwoLambdaFunction');
    expect(two).toMatchObject({ MemorySize: 128, TracingConfig: { Mode: 'PassThrough' }, Layers: ['x'] });
    expect(two.VpcConfig).toBeUndefined();
    expect(propertiesOf(stack, 'OneLogGroup')).toMatchObject({ RetentionInDays: 7 });
    expect(textAt(valueAt(resourceOf(stack, 'OneLambdaFunction'), 'MemorySize'))).toBe('serverless.yml: 256');
  });

  it('may be a list, and come from files', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}functions:\n  - \${file(fns/a.yml)}\n  - b:\n      handler: b.b\n`,
      { 'fns/a.yml': 'a:\n  handler: a.a\n  timeout: 9\n' },
    );
    expect(stack.resources.has('BLambdaFunction')).toBe(true);
    const a = resourceOf(stack, 'ALambdaFunction');
    expect([a.location.file.path, a.location.file.slice(a.location.span)]).toEqual(['fns/a.yml', 'a']);
    expect(textAt(valueAt(a, 'Timeout'))).toBe('fns/a.yml: 9');
  });

  it('are named as the framework names them', async () => {
    const stack = await loadService(`${HEAD}${PROVIDER}${fn('', 'my-fn_one')}`);
    expect(stack.resources.has('MyDashfnUnderscoreoneLambdaFunction')).toBe(true);
    expect(stack.resources.has('MyDashfnUnderscoreoneLogGroup')).toBe(true);
  });

  it('without a log group have what they log denied', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}functions:\n  a: {handler: a.a, disableLogs: true}\n  b: {handler: b.b}\n`,
    );
    expect(stack.resources.has('ALogGroup')).toBe(false);
    expect(statementsOf(stack)).toContainEqual({
      Effect: 'Deny',
      Action: 'logs:PutLogEvents',
      Resource: [`${LOGS}shop-dev-a:*`],
    });
  });

  it('with a URL are open to everybody, unless the URL asks for IAM', async () => {
    const open = await loadFunction('url: true');
    expect(propertiesOf(open, 'HelloLambdaFunctionUrl')).toMatchObject({ AuthType: 'NONE' });
    expect(propertiesOf(open, 'HelloLambdaPermissionFnUrl')).toMatchObject({
      Principal: '*',
      FunctionUrlAuthType: 'NONE',
    });
    const shut = await loadFunction('url:\n  authorizer: aws_iam\n  cors: true');
    expect(propertiesOf(shut, 'HelloLambdaFunctionUrl')).toMatchObject({
      AuthType: 'AWS_IAM',
      Cors: { AllowOrigins: ['*'], AllowMethods: ['*'] },
    });
    expect(shut.resources.has('HelloLambdaPermissionFnUrl')).toBe(false);
  });

  it('have destinations with what the role needs for them', async () => {
    const stack = await loadFunction(
      'maximumRetryAttempts: 0\ndestinations:\n  onSuccess: hello\n  onFailure:\n    type: sqs\n    arn: !GetAtt Queue.Arn',
      'resources:\n  Resources:\n    Queue:\n      Type: AWS::SQS::Queue\n',
    );
    expect(propertiesOf(stack, 'HelloLambdaEvConf')).toMatchObject({
      DestinationConfig: {
        OnSuccess: { Destination: '${HelloLambdaFunction.Arn}' },
        OnFailure: { Destination: '${Queue.Arn}' },
      },
      MaximumRetryAttempts: 0,
      Qualifier: '$LATEST',
    });
    expect(statementsOf(stack)).toContainEqual({
      Effect: 'Allow',
      Action: ['sqs:SendMessage'],
      Resource: ['${Queue.Arn}'],
    });
  });

  it('with provisioned concurrency are invoked through an alias', async () => {
    const stack = await loadFunction('provisionedConcurrency: 3\nurl: true');
    expect(propertiesOf(stack, 'HelloProvConcLambdaAlias')).toMatchObject({
      Name: 'provisioned',
      FunctionVersion: '${HelloLambdaVersion.Version}',
      ProvisionedConcurrencyConfig: { ProvisionedConcurrentExecutions: 3 },
    });
    expect(propertiesOf(stack, 'HelloLambdaFunctionUrl').TargetFunctionArn).toBe(
      '${HelloLambdaFunction.Arn}:provisioned',
    );
  });

  it('of an image have no runtime', async () => {
    const uri = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/x:1';
    const stack = await loadService(
      `${HEAD}${PROVIDER}functions:\n  hello:\n    image:\n      uri: ${uri}\n      command: [a]\n`,
    );
    const properties = propertiesOf(stack, 'HelloLambdaFunction');
    expect(properties).toMatchObject({
      Code: { ImageUri: uri },
      PackageType: 'Image',
      ImageConfig: { Command: ['a'] },
    });
    expect(properties.Runtime).toBeUndefined();
  });

  it('keep what is unknown as such', async () => {
    const stack = await loadFunction('vpc: ${file(vpc.js)}\nenvironment: ${file(env.js)}\nmemorySize: ${env:MEMORY}');
    const why = { '?': 'what the code of a file returns' };
    expect(propertiesOf(stack, 'HelloLambdaFunction')).toMatchObject({
      VpcConfig: why,
      Environment: { Variables: why },
      MemorySize: { '?': 'an environment variable' },
    });
  });
});

describe('roles', () => {
  const statement = 'Effect: Allow, Action: s3:GetObject, Resource: "*"';

  it.each(['  iam:\n    role:\n      statements:\n', '  iamRoleStatements:\n'])(
    'have the statements of %j',
    async (key) => {
      const stack = await loadService(`${HEAD}${PROVIDER}${key}        - {${statement}}\n${fn()}`);
      expect(statementsOf(stack).at(-1)).toEqual({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' });
      const role = resourceOf(stack, 'IamRoleLambdaExecution');
      expect(textAt(valueAt(role, 'Policies', 0, 'PolicyDocument', 'Statement', 2, 'Action'))).toBe(
        'serverless.yml: s3:GetObject',
      );
    },
  );

  it('have boundary, path, tags and managed policies, and what a VPC needs', async () => {
    const role =
      '  vpc: {securityGroupIds: [a], subnetIds: [b]}\n  iam:\n    role:\n      name: r\n      path: /p/\n      permissionsBoundary: arn:b\n      managedPolicies: [arn:m]\n      tags: {a: b}\n';
    const stack = await loadService(`${HEAD}${PROVIDER}${role}${fn()}`);
    expect(propertiesOf(stack, 'IamRoleLambdaExecution')).toMatchObject({
      RoleName: 'r',
      Path: '/p/',
      PermissionsBoundary: 'arn:b',
      ManagedPolicyArns: [
        'arn:m',
        'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole',
      ],
      Tags: [{ Key: 'a', Value: 'b' }],
    });
  });

  it('are not made where one is given', async () => {
    for (const role of [
      '  role: arn:aws:iam::123456789012:role/r\n',
      '  iam:\n    role: arn:aws:iam::123456789012:role/r\n',
    ]) {
      const stack = await loadService(`${HEAD}${PROVIDER}${role}${fn()}`);
      expect(stack.resources.has('IamRoleLambdaExecution')).toBe(false);
      expect(propertiesOf(stack, 'HelloLambdaFunction').Role).toBe('arn:aws:iam::123456789012:role/r');
    }
    const named = await loadFunction('role: Own', 'resources:\n  Resources:\n    Own:\n      Type: AWS::IAM::Role\n');
    expect(propertiesOf(named, 'HelloLambdaFunction').Role).toBe('${Own.Arn}');
    expect(named.resources.has('IamRoleLambdaExecution')).toBe(false);
  });

  it('of the plugin are made for one function', async () => {
    const own = `iamRoleStatements:\n  - {${statement}}`;
    const general = '  iamRoleStatements:\n    - {Effect: Allow, Action: x:Y, Resource: "*"}\n';
    const plugins = 'plugins:\n  - serverless-iam-roles-per-function\n';
    const load = (lines: string, more = '') => loadService(`${HEAD}${plugins}${PROVIDER}${general}${more}${fn(lines)}`);
    const stack = await load(own);
    expect(propertiesOf(stack, 'HelloLambdaFunction').Role).toBe('${HelloIamRoleLambdaExecution.Arn}');
    expect(statementsOf(stack, 'HelloIamRoleLambdaExecution')).toEqual([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:PutLogEvents'],
        Resource: [`${LOGS}shop-dev-hello:*:*`],
      },
      { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    ]);
    const inheriting = await load(`${own}\niamRoleStatementsInherit: true`);
    expect(statementsOf(inheriting, 'HelloIamRoleLambdaExecution')).toContainEqual({
      Effect: 'Allow',
      Action: 'x:Y',
      Resource: '*',
    });
    const without = await loadService(`${HEAD}${PROVIDER}${fn(own)}`);
    expect(without.resources.has('HelloIamRoleLambdaExecution')).toBe(false);
  });

  it('of v4 are made for one function, or for each', async () => {
    const v4 = HEAD.replace('"3"', '"4"');
    const one = await loadService(
      `${v4}${PROVIDER}functions:\n  a: {handler: a.a, iam: {role: {statements: [{${statement}}]}}}\n  b: {handler: b.b}\n`,
    );
    expect(propertiesOf(one, 'ALambdaFunction').Role).toBe('${AIamRoleLambdaExecution.Arn}');
    expect(propertiesOf(one, 'BLambdaFunction').Role).toBe('${IamRoleLambdaExecution.Arn}');
    const each = await loadService(
      `${v4}${PROVIDER}  iam: {role: {mode: perFunction, statements: [{${statement}}]}}\n${fn()}`,
    );
    expect(each.resources.has('IamRoleLambdaExecution')).toBe(false);
    expect(statementsOf(each, 'HelloIamRoleLambdaExecution').at(-1)).toMatchObject({ Action: 's3:GetObject' });
  });
});

describe('resources', () => {
  it('are CloudFormation, with conditions and parameters', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}resources:\n  Conditions:\n    Prod: !Equals [!Ref AWS::Region, a]\n  Resources:\n    Q:\n      Type: AWS::SQS::Queue\n      Condition: Prod\n      Properties:\n        QueueName: !Sub "\${self:service}-\${AWS::Region}"\n`,
    );
    expect(resourceOf(stack, 'Q').when).toEqual([{ condition: 'Prod', holds: true }]);
    expect(propertiesOf(stack, 'Q')).toEqual({ QueueName: 'shop-a' });
  });

  it('are merged over what is generated', async () => {
    const stack = await loadFunction(
      'timeout: 3',
      'resources:\n  - Resources:\n      HelloLambdaFunction:\n        Properties:\n          Timeout: 60\n  - ${file(more.yml)}\n  - extensions:\n      HelloLogGroup:\n        DeletionPolicy: Retain\n        Properties:\n          RetentionInDays: 3\n',
    );
    expect(propertiesOf(stack, 'HelloLambdaFunction')).toMatchObject({ Timeout: 60, Handler: 'src/app.hello' });
    expect(propertiesOf(stack, 'HelloLogGroup')).toEqual({
      LogGroupName: '/aws/lambda/shop-dev-hello',
      RetentionInDays: 3,
    });
    expect(
      resourceOf(stack, 'HelloLogGroup')
        .attribute('DeletionPolicy')
        .every((one) => one.is('Retain')),
    ).toBe(true);
  });

  it('may come from files, and keep their places there', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}resources:\n  Resources:\n    Q: \${file(q.yml):Queue}\n  Outputs: {}\n`,
      {
        'q.yml': 'Queue:\n  Type: AWS::SQS::Queue\n  Properties:\n    DelaySeconds: 5\n',
      },
    );
    expect(textAt(valueAt(resourceOf(stack, 'Q'), 'DelaySeconds'))).toBe('q.yml: 5');
  });

  it('lose properties without a value', async () => {
    const stack = await loadService(
      `${HEAD}${PROVIDER}resources:\n  Resources:\n    Q:\n      Type: AWS::SQS::Queue\n      Properties:\n        DelaySeconds: null\n`,
    );
    expect(propertiesOf(stack, 'Q')).toEqual({});
  });
});

describe('what is around', () => {
  it('has a bucket for deployments, unless one is named or the framework is v4', async () => {
    const has = async (head: string, provider: string) =>
      (await loadService(`${head}${provider}`)).resources.has('ServerlessDeploymentBucket');
    expect(await has(HEAD, PROVIDER)).toBe(true);
    expect(await has(HEAD, `${PROVIDER}  deploymentBucket: mine\n`)).toBe(false);
    expect(await has(HEAD.replace('"3"', '^4.0'), PROVIDER)).toBe(false);
  });

  it('has layers and who may use them', async () => {
    const stack = await loadService(`${HEAD}${PROVIDER}layers:\n  lib:\n    path: lib\n    allowedAccounts: ["*"]\n`);
    expect(propertiesOf(stack, 'LibLambdaLayer')).toEqual({ Content: 'lib', LayerName: 'lib' });
    expect(propertiesOf(stack, 'LibWildLambdaLayerPermission')).toEqual({
      Action: 'lambda:GetLayerVersion',
      LayerVersionArn: '${LibLambdaLayer}',
      Principal: '*',
    });
  });

  it('has custom domains', async () => {
    const custom =
      'custom:\n  customDomain:\n    domainName: api.example.com\n    endpointType: regional\n    securityPolicy: tls_1_0\n';
    const stack = await loadService(`${HEAD}${PROVIDER}${custom}`);
    expect(propertiesOf(stack, 'CustomDomainApiexamplecom')).toEqual({
      DomainName: 'api.example.com',
      SecurityPolicy: 'TLS_1_0',
      EndpointConfiguration: { Types: ['REGIONAL'] },
    });
  });
});
