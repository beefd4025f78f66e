import { describe, expect, it } from '@jest/globals';
import { resourceOf } from '../repository.js';
import { fn, loadSam, propertiesOf, textAt, typesOf, valueAt } from './template.js';

const TABLE = '  Table:\n    Type: AWS::Serverless::SimpleTable\n';
const QUEUE = '  Queue:\n    Type: AWS::SQS::Queue\n';

describe('functions', () => {
  it('become a Lambda function and its role', async () => {
    const stack = await loadSam(fn('Tracing: Active\nTimeout: 20'));
    expect(typesOf(stack)).toEqual({ Fn: 'AWS::Lambda::Function', FnRole: 'AWS::IAM::Role' });
    expect(propertiesOf(stack, 'Fn')).toMatchObject({
      Code: './src',
      Handler: 'app.handler',
      Role: '${FnRole.Arn}',
      TracingConfig: { Mode: 'Active' },
      Timeout: 20,
    });
    expect(propertiesOf(stack, 'FnRole')).toMatchObject({
      ManagedPolicyArns: [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        'arn:aws:iam::aws:policy/AWSXrayWriteOnlyAccess',
      ],
    });
    expect(resourceOf(stack, 'FnRole').generatedBy).toBe('Fn');
    expect(resourceOf(stack, 'Fn').declaredType).toBe('AWS::Serverless::Function');
    expect(stack.problems).toEqual([]);
  });

  it('keep the place of every value that the author wrote', async () => {
    const stack = await loadSam(
      fn(
        'Tracing: Active\nPolicies:\n  - Statement:\n      - Effect: Allow\n        Action: s3:*\n        Resource: "*"',
      ),
    );
    expect(textAt(valueAt(resourceOf(stack, 'Fn'), 'TracingConfig', 'Mode'))).toBe('Active');
    const statement = ['Policies', 0, 'PolicyDocument', 'Statement', 0];
    expect(textAt(valueAt(resourceOf(stack, 'FnRole'), ...statement, 'Action'))).toBe('s3:*');
    expect(textAt(resourceOf(stack, 'FnRole').properties)).toBe('Fn');
  });

  it('have no role of their own when one is given', async () => {
    const stack = await loadSam(fn('Role: arn:aws:iam::123456789012:role/r'));
    expect(typesOf(stack)).toEqual({ Fn: 'AWS::Lambda::Function' });
  });

  it('get a role under the condition that none is given', async () => {
    const conditions = 'Conditions:\n  Own: !Equals [!Ref AWS::Region, a]\n';
    const stack = await loadSam(fn('Role: !If [Own, arn:aws:iam::1:role/r, !Ref AWS::NoValue]'), '', conditions);
    expect(resourceOf(stack, 'FnRole').when).toEqual([{ condition: 'Own', holds: false }]);
    expect(propertiesOf(stack, 'Fn').Role).toEqual({ Own: 'arn:aws:iam::1:role/r', 'not Own': '${FnRole.Arn}' });
  });

  it('carry their condition over to what they generate', async () => {
    const conditions = 'Conditions:\n  Prod: !Equals [!Ref AWS::Region, a]\n';
    const text = fn('FunctionUrlConfig:\n  AuthType: NONE').replace(
      '    Properties',
      '    Condition: Prod\n    Properties',
    );
    const stack = await loadSam(text, '', conditions);
    for (const one of stack.resources.values()) expect(one.when).toEqual([{ condition: 'Prod', holds: true }]);
    expect(stack.resources.size).toBe(5);
  });

  it('with a public URL get the permissions for everybody', async () => {
    const stack = await loadSam(fn('FunctionUrlConfig:\n  AuthType: NONE\n  Cors:\n    AllowOrigins: ["*"]'));
    expect(propertiesOf(stack, 'FnUrl')).toEqual({
      AuthType: 'NONE',
      Cors: { AllowOrigins: ['*'] },
      TargetFunctionArn: '${Fn}',
    });
    expect(propertiesOf(stack, 'FnUrlPublicPermissions')).toMatchObject({
      Principal: '*',
      FunctionUrlAuthType: 'NONE',
    });
    expect(propertiesOf(stack, 'FnURLInvokeAllowPublicAccess')).toMatchObject({ InvokedViaFunctionUrl: true });
    expect(textAt(resourceOf(stack, 'FnUrl').properties)).toContain('AuthType: NONE');
  });

  it('publish versions and aliases, and events go to the alias', async () => {
    const stack = await loadSam(
      fn('AutoPublishAlias: live\nEvents:\n  Q:\n    Type: SQS\n    Properties:\n      Queue: !GetAtt Queue.Arn') +
        QUEUE,
    );
    expect(typesOf(stack)).toMatchObject({ FnVersion: 'AWS::Lambda::Version', FnAliaslive: 'AWS::Lambda::Alias' });
    expect(propertiesOf(stack, 'FnQ')).toMatchObject({ FunctionName: '${FnAliaslive}' });
  });

  it('resolve references to what they generate', async () => {
    const output =
      '  Topic:\n    Type: AWS::SNS::Topic\n    Properties:\n      DisplayName: !Ref Fn.Alias\n      TopicName: !Sub "${Fn.Version}-x"\n';
    const stack = await loadSam(fn('AutoPublishAlias: live') + output);
    expect(propertiesOf(stack, 'Topic')).toEqual({ DisplayName: '${FnAliaslive}', TopicName: '${FnVersion}-x' });
  });

  it('send failed asynchronous invocations to their destinations, and may do so', async () => {
    const config =
      'EventInvokeConfig:\n  DestinationConfig:\n    OnFailure:\n      Type: SQS\n      Destination: !GetAtt Queue.Arn\n    OnSuccess:\n      Type: SNS';
    const stack = await loadSam(fn(config) + QUEUE);
    expect(propertiesOf(stack, 'FnEventInvokeConfig')).toMatchObject({
      DestinationConfig: {
        OnFailure: { Destination: '${Queue.Arn}' },
        OnSuccess: { Destination: '${FnEventInvokeConfigOnSuccessTopic}' },
      },
    });
    expect(propertiesOf(stack, 'FnRole').Policies).toHaveLength(2);
  });

  it('know every policy template', async () => {
    const stack = await loadSam(
      fn('Policies:\n  - DynamoDBReadPolicy:\n      TableName: !Ref Table\n  - AmazonS3ReadOnlyAccess') + TABLE,
    );
    const role = propertiesOf(stack, 'FnRole') as {
      Policies: { PolicyDocument: { Statement: { Resource: string[] }[] } }[];
    };
    expect(role.Policies[0]?.PolicyDocument.Statement[0]?.Resource[0]).toBe(
      'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${Table}',
    );
    expect((role as unknown as { ManagedPolicyArns: string[] }).ManagedPolicyArns).toContain(
      'arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess',
    );
  });

  it('tell what SAM would refuse', async () => {
    const stack = await loadSam(
      fn('Policies:\n  - NoSuchPolicy:\n      A: b\nEvents:\n  E:\n    Type: Nothing'),
      '  Function:\n    Role: x\n',
    );
    expect(stack.problems.map((one) => one.line)).toEqual([4, 13, 16]);
  });
});

describe('globals', () => {
  it('are merged as SAM merges them', async () => {
    const globals =
      '  Function:\n    Timeout: 5\n    Layers: [a]\n    Environment:\n      Variables:\n        A: 1\n        B: 1\n';
    const stack = await loadSam(fn('Timeout: 9\nLayers: [b]\nEnvironment:\n  Variables:\n    B: 2'), globals);
    expect(propertiesOf(stack, 'Fn')).toMatchObject({
      Timeout: 9,
      Layers: ['a', 'b'],
      Environment: { Variables: { A: 1, B: 2 } },
    });
  });

  it('can be ignored', async () => {
    const text = fn('MemorySize: 128').replace('    Properties', '    IgnoreGlobals: [Timeout]\n    Properties');
    const stack = await loadSam(text, '  Function:\n    Timeout: 5\n    Description: d\n');
    expect(propertiesOf(stack, 'Fn')).toMatchObject({ Description: 'd' });
    expect(propertiesOf(stack, 'Fn')).not.toHaveProperty('Timeout');
  });
});

/** A function with one event. */
function withEvent(type: string, properties: string): string {
  const lines = properties.split('\n').map((line) => `      ${line}`);
  return fn(`Events:\n  E:\n    Type: ${type}\n    Properties:\n${lines.join('\n')}`);
}

describe('events', () => {
  const polls: readonly [string, string, string][] = [
    ['SQS', 'Queue: arn:aws:sqs:eu-west-1:123456789012:q', 'AWSLambdaSQSQueueExecutionRole'],
    [
      'Kinesis',
      'Stream: arn:aws:kinesis:eu-west-1:123456789012:stream/s\nStartingPosition: LATEST',
      'AWSLambdaKinesisExecutionRole',
    ],
    ['DynamoDB', 'Stream: arn:aws:dynamodb:x\nStartingPosition: LATEST', 'AWSLambdaDynamoDBExecutionRole'],
    ['MSK', 'Stream: arn:aws:kafka:x\nTopics: [t]\nStartingPosition: LATEST', 'AWSLambdaMSKExecutionRole'],
  ];
  it.each(polls)('of the type %s poll, and the role may', async (type, properties, policy) => {
    const stack = await loadSam(withEvent(type, properties));
    expect(resourceOf(stack, 'FnE').type).toBe('AWS::Lambda::EventSourceMapping');
    const { ManagedPolicyArns } = propertiesOf(stack, 'FnRole') as { ManagedPolicyArns: string[] };
    expect(ManagedPolicyArns).toContain(`arn:aws:iam::aws:policy/service-role/${policy}`);
  });

  const secret = 'SourceAccessConfigurations:\n  - Type: BASIC_AUTH\n    URI: arn:aws:secretsmanager:x';
  const secrets: readonly [string, string, string][] = [
    ['MQ', `Broker: arn:aws:mq:x\nQueues: [q]\n${secret}`, 'mq:DescribeBroker'],
    ['SelfManagedKafka', `KafkaBootstrapServers: [b]\nTopics: [t]\n${secret}`, 'secretsmanager:GetSecretValue'],
    ['DocumentDB', `Cluster: arn:aws:rds:x\nDatabaseName: d\n${secret}`, 'rds:DescribeDBClusters'],
  ];
  it.each(secrets)('of the type %s read their secret', async (type, properties, action) => {
    const stack = await loadSam(withEvent(type, properties));
    expect(resourceOf(stack, 'FnE').type).toBe('AWS::Lambda::EventSourceMapping');
    expect(JSON.stringify(propertiesOf(stack, 'FnRole').Policies)).toContain(action);
  });

  const rules: readonly [string, string, string, string][] = [
    ['Schedule', 'Schedule: rate(1 hour)', 'AWS::Events::Rule', 'events.amazonaws.com'],
    ['CloudWatchEvent', 'Pattern: { source: [a] }', 'AWS::Events::Rule', 'events.amazonaws.com'],
    ['EventBridgeRule', 'Pattern: { source: [a] }', 'AWS::Events::Rule', 'events.amazonaws.com'],
    ['SNS', 'Topic: arn:aws:sns:x', 'AWS::SNS::Subscription', 'sns.amazonaws.com'],
    ['IoTRule', 'Sql: SELECT * FROM x', 'AWS::IoT::TopicRule', 'iot.amazonaws.com'],
    ['CloudWatchLogs', 'LogGroupName: g\nFilterPattern: x', 'AWS::Logs::SubscriptionFilter', 'logs.amazonaws.com'],
  ];
  it.each(rules)('of the type %s have a resource and a permission', async (type, properties, resource, principal) => {
    const stack = await loadSam(withEvent(type, properties));
    expect(resourceOf(stack, 'FnE').type).toBe(resource);
    expect(resourceOf(stack, 'FnE').generatedBy).toBe('Fn');
    expect(propertiesOf(stack, 'FnEPermission')).toMatchObject({
      Action: 'lambda:InvokeFunction',
      FunctionName: '${Fn}',
      Principal: principal,
      SourceArn: expect.anything(),
    });
  });

  it('of the type ScheduleV2 have a schedule and the role that it assumes', async () => {
    const stack = await loadSam(withEvent('ScheduleV2', 'ScheduleExpression: rate(1 hour)'));
    expect(propertiesOf(stack, 'FnE')).toMatchObject({
      Target: { Arn: '${Fn.Arn}', RoleArn: '${FnERole.Arn}' },
      FlexibleTimeWindow: { Mode: 'OFF' },
    });
    expect(JSON.stringify(propertiesOf(stack, 'FnERole'))).toContain('scheduler.amazonaws.com');
  });

  it('of the type AlexaSkill may be of any skill', async () => {
    const stack = await loadSam(fn('Events:\n  E:\n    Type: AlexaSkill'));
    expect(propertiesOf(stack, 'FnEPermission')).toEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: '${Fn}',
      Principal: 'alexa-appkit.amazon.com',
    });
  });

  it('of the type S3 are written into the bucket', async () => {
    const bucket = '  Bucket:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: b\n';
    const stack = await loadSam(withEvent('S3', 'Bucket: !Ref Bucket\nEvents: s3:ObjectCreated:*') + bucket);
    expect(propertiesOf(stack, 'Bucket')).toEqual({
      BucketName: 'b',
      NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: '${Fn.Arn}' }] },
    });
    expect(propertiesOf(stack, 'FnEPermission')).toMatchObject({ SourceAccount: '${AWS::AccountId}' });
  });

  it('of the type Cognito are written into the user pool', async () => {
    const pool = '  Pool:\n    Type: AWS::Cognito::UserPool\n';
    const stack = await loadSam(withEvent('Cognito', 'UserPool: !Ref Pool\nTrigger: PreSignUp') + pool);
    expect(propertiesOf(stack, 'Pool')).toEqual({ LambdaConfig: { PreSignUp: '${Fn.Arn}' } });
    expect(propertiesOf(stack, 'FnCognitoPermission')).toMatchObject({ SourceArn: '${Pool.Arn}' });
  });

  it('of the type SNS may go through a queue', async () => {
    const stack = await loadSam(withEvent('SNS', 'Topic: arn:aws:sns:x\nSqsSubscription: true'));
    expect(typesOf(stack)).toMatchObject({
      FnEQueue: 'AWS::SQS::Queue',
      FnEQueuePolicy: 'AWS::SQS::QueuePolicy',
      FnEEventSourceMapping: 'AWS::Lambda::EventSourceMapping',
    });
  });
});

describe('REST APIs', () => {
  const route = 'Path: /orders/{id}\nMethod: get';
  it('are made for events that name none', async () => {
    const stack = await loadSam(withEvent('Api', route));
    expect(typesOf(stack)).toMatchObject({
      ServerlessRestApi: 'AWS::ApiGateway::RestApi',
      ServerlessRestApiProdStage: 'AWS::ApiGateway::Stage',
      ServerlessRestApiDeployment: 'AWS::ApiGateway::Deployment',
    });
    const body = propertiesOf(stack, 'ServerlessRestApi').Body as {
      paths: Record<string, Record<string, Record<string, { uri: string }>>>;
    };
    expect(body.paths['/orders/{id}']?.get?.['x-amazon-apigateway-integration']?.uri).toBe(
      'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Fn.Arn}/invocations',
    );
    expect(propertiesOf(stack, 'FnEPermissionProd')).toMatchObject({
      SourceArn: 'arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${ServerlessRestApi}/*/GET/orders/*',
    });
  });

  const api = (auth: string) =>
    `  Api:\n    Type: AWS::Serverless::Api\n    Properties:\n      StageName: v1\n      TracingEnabled: true\n      Cors: "'*'"\n${auth}`;
  const auth =
    '      Auth:\n        DefaultAuthorizer: Users\n        Authorizers:\n          Users:\n            UserPoolArn: arn:aws:cognito-idp:x\n';

  it('apply the default authorizer to every method that says nothing else', async () => {
    const open = withEvent('Api', 'Path: /open\nMethod: get\nRestApiId: !Ref Api\nAuth:\n  Authorizer: NONE').replace(
      '  Fn:',
      '  Open:',
    );
    const closed = withEvent('Api', 'Path: /closed\nMethod: get\nRestApiId: !Ref Api');
    const stack = await loadSam(open + closed + api(auth));
    const { paths, securityDefinitions } = propertiesOf(stack, 'Api').Body as {
      paths: Record<string, Record<string, { security?: unknown }>>;
      securityDefinitions: unknown;
    };
    expect(paths['/closed']?.get?.security).toEqual([{ Users: [] }]);
    expect(paths['/open']?.get?.security).toEqual([{ NONE: [] }]);
    expect(paths['/open']?.options).toBeDefined();
    expect(securityDefinitions).toMatchObject({ Users: { 'x-amazon-apigateway-authtype': 'cognito_user_pools' } });
    expect(propertiesOf(stack, 'Apiv1Stage')).toMatchObject({ StageName: 'v1', TracingEnabled: true });
    const security = valueAt(resourceOf(stack, 'Api'), 'Body', 'paths', '/open', 'get', 'security', 0);
    expect(textAt(security)).toBe('NONE');
  });

  it('keep the document that the author writes', async () => {
    const body =
      '      DefinitionBody:\n        swagger: "2.0"\n        paths:\n          /a:\n            get:\n              x-amazon-apigateway-integration:\n                type: mock\n';
    const stack = await loadSam(api(auth + body));
    const { paths } = propertiesOf(stack, 'Api').Body as { paths: Record<string, { get?: unknown }> };
    expect(paths['/a']?.get).toMatchObject({ security: [{ Users: [] }] });
  });
});

describe('HTTP APIs', () => {
  it('are made for events that name none, with the default route where an event says nothing', async () => {
    const stack = await loadSam(fn('Events:\n  E:\n    Type: HttpApi'));
    expect(propertiesOf(stack, 'ServerlessHttpApi').Body).toMatchObject({
      paths: { $default: { 'x-amazon-apigateway-any-method': { isDefaultRoute: true } } },
    });
    expect(propertiesOf(stack, 'ServerlessHttpApiApiGatewayDefaultStage')).toMatchObject({
      StageName: '$default',
      AutoDeploy: true,
    });
  });

  it('take authorizers and CORS from Globals', async () => {
    const globals =
      '  HttpApi:\n    CorsConfiguration:\n      AllowOrigins: ["*"]\n    Auth:\n      DefaultAuthorizer: Jwt\n      Authorizers:\n        Jwt:\n          IdentitySource: $request.header.Authorization\n          JwtConfiguration:\n            issuer: https://example.com\n';
    const stack = await loadSam(withEvent('HttpApi', 'Path: /a\nMethod: post'), globals);
    expect(propertiesOf(stack, 'ServerlessHttpApi').Body).toMatchObject({
      paths: { '/a': { post: { security: [{ Jwt: [] }] } } },
      'x-amazon-apigateway-cors': { allowOrigins: ['*'] },
    });
  });
});

describe('the other types', () => {
  it('are state machines with their roles', async () => {
    const machine =
      '  Flow:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: !Ref AWS::Region\n      Logging:\n        Level: ALL\n      Policies:\n        - LambdaInvokePolicy:\n            FunctionName: f\n      Events:\n        S:\n          Type: Schedule\n          Properties:\n            Schedule: rate(1 day)\n';
    const stack = await loadSam(machine);
    expect(propertiesOf(stack, 'Flow')).toMatchObject({
      Definition: { StartAt: '${definition_substitution_1}' },
      DefinitionSubstitutions: { definition_substitution_1: '${AWS::Region}' },
      LoggingConfiguration: { Level: 'ALL' },
      RoleArn: '${FlowRole.Arn}',
    });
    expect(typesOf(stack)).toMatchObject({ FlowS: 'AWS::Events::Rule', FlowSRole: 'AWS::IAM::Role' });
  });

  it('are tables, layers and nested applications', async () => {
    const layer = '  Layer:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: ./layer\n';
    const application =
      '  App:\n    Type: AWS::Serverless::Application\n    Properties:\n      Location: ./no-such-template.yaml\n';
    const stack = await loadSam(TABLE + layer + application);
    expect(propertiesOf(stack, 'Table')).toEqual({
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    });
    expect(typesOf(stack)).toMatchObject({ Layer: 'AWS::Lambda::LayerVersion', App: 'AWS::CloudFormation::Stack' });
  });

  it('are connectors, declared or embedded', async () => {
    const embedded = fn('MemorySize: 128').replace(
      '    Properties',
      '    Connectors:\n      ToTable:\n        Properties:\n          Destination:\n            Id: Table\n          Permissions: [Write]\n    Properties',
    );
    const stack = await loadSam(embedded + TABLE);
    expect(propertiesOf(stack, 'FnToTablePolicy')).toMatchObject({ Roles: ['${FnRole}'] });
    expect(JSON.stringify(propertiesOf(stack, 'FnToTablePolicy'))).toContain('dynamodb:PutItem');
  });

  it('are WebSocket APIs', async () => {
    const api =
      '  Ws:\n    Type: AWS::Serverless::WebSocketApi\n    Properties:\n      RouteSelectionExpression: $request.body.action\n      Routes:\n        $connect:\n          FunctionArn: !GetAtt Fn.Arn\n';
    const stack = await loadSam(fn('MemorySize: 128') + api);
    expect(typesOf(stack)).toMatchObject({
      Ws: 'AWS::ApiGatewayV2::Api',
      WsConnectRoute: 'AWS::ApiGatewayV2::Route',
      WsConnectIntegration: 'AWS::ApiGatewayV2::Integration',
      WsConnectPermission: 'AWS::Lambda::Permission',
      WsDefaultStage: 'AWS::ApiGatewayV2::Stage',
    });
  });

  it('are told when SAM does not have them', async () => {
    const stack = await loadSam('  X:\n    Type: AWS::Serverless::Nothing\n');
    expect(stack.problems[0]?.message).toContain('AWS::Serverless::Nothing');
  });
});
