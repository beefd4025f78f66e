import { type HostId, hostOf } from './hosts.js';
import type { Language } from './part.js';

export type TriggerId =
  | 'rest'
  | 'restCognito'
  | 'http'
  | 'httpJwt'
  | 'url'
  | 'alb'
  | 'websocket'
  | 'appsync'
  | 'sqs'
  | 'sns'
  | 's3'
  | 'dynamodb'
  | 'eventbridge'
  | 'cognito'
  | 'iot'
  | 'ses'
  | 'kinesis'
  | 'schedule'
  | HostId;

/** What wakes a function, and how a template says so. */
export interface Trigger {
  /** How the handler answers: over HTTP, with a plain value, with the event it got, not at all, or as its host has it. */
  readonly answers: 'http' | 'value' | 'event' | 'nothing' | 'host';
  /** Whether the event holds records. */
  readonly records: boolean;
  /** The event's type in `@types/aws-lambda`. */
  readonly type: string;
  /** Lines of the function's `Events`, or of other properties of it, in SAM. */
  readonly events?: readonly string[];
  readonly properties?: readonly string[];
  /** Further resources and parameters of the template. */
  readonly resources?: readonly string[];
  readonly parameters?: readonly string[];
  /** Further files, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

const REST = [
  'Api:',
  '  Type: Api',
  '  Properties:',
  '    RestApiId: !Ref Api',
  '    Path: /items/{item}',
  '    Method: post',
];
const HTTP = [
  'Http:',
  '  Type: HttpApi',
  '  Properties:',
  '    ApiId: !Ref HttpApi',
  '    Path: /items/{item}',
  '    Method: post',
];
const STREAM = ['    StartingPosition: LATEST', '    MaximumRetryAttempts: 5'];
const invokedBy = (service: string, source: readonly string[]) => [
  'Permission:',
  '  Type: AWS::Lambda::Permission',
  '  Properties:',
  '    FunctionName: !Ref Function',
  '    Action: lambda:InvokeFunction',
  `    Principal: ${service}.amazonaws.com`,
  ...source,
];

const OF_HOST: Trigger = { answers: 'host', records: false, type: 'any' };

export const TRIGGERS: Readonly<Record<TriggerId, Trigger>> = {
  rest: {
    answers: 'http',
    records: false,
    type: 'APIGatewayProxyEvent',
    events: REST,
    resources: ['Api:', '  Type: AWS::Serverless::Api', '  Properties:', '    StageName: prod'],
  },
  restCognito: {
    answers: 'http',
    records: false,
    type: 'APIGatewayProxyEvent',
    events: REST,
    parameters: ['UserPoolArn'],
    resources: [
      'Api:',
      '  Type: AWS::Serverless::Api',
      '  Properties:',
      '    StageName: prod',
      '    Auth:',
      '      DefaultAuthorizer: Users',
      '      Authorizers:',
      '        Users:',
      '          UserPoolArn: !Ref UserPoolArn',
    ],
  },
  http: {
    answers: 'http',
    records: false,
    type: 'APIGatewayProxyEventV2',
    events: HTTP,
    resources: [
      'HttpApi:',
      '  Type: AWS::Serverless::HttpApi',
      '  Properties:',
      '    DisableExecuteApiEndpoint: false',
    ],
  },
  httpJwt: {
    answers: 'http',
    records: false,
    type: 'APIGatewayProxyEventV2WithJWTAuthorizer',
    events: HTTP,
    parameters: ['Issuer', 'Audience'],
    resources: [
      'HttpApi:',
      '  Type: AWS::Serverless::HttpApi',
      '  Properties:',
      '    Auth:',
      '      DefaultAuthorizer: Users',
      '      Authorizers:',
      '        Users:',
      '          IdentitySource: $request.header.Authorization',
      '          JwtConfiguration:',
      '            issuer: !Ref Issuer',
      '            audience:',
      '              - !Ref Audience',
    ],
  },
  url: {
    answers: 'http',
    records: false,
    type: 'LambdaFunctionURLEvent',
    properties: ['FunctionUrlConfig:', '  AuthType: NONE'],
  },
  alb: {
    answers: 'http',
    records: false,
    type: 'ALBEvent',
    parameters: ['ListenerArn'],
    resources: [
      'TargetGroup:',
      '  Type: AWS::ElasticLoadBalancingV2::TargetGroup',
      '  DependsOn: Permission',
      '  Properties:',
      '    TargetType: lambda',
      '    Targets:',
      '      - Id: !GetAtt Function.Arn',
      'ListenerRule:',
      '  Type: AWS::ElasticLoadBalancingV2::ListenerRule',
      '  Properties:',
      '    ListenerArn: !Ref ListenerArn',
      '    Priority: 10',
      '    Conditions:',
      '      - Field: path-pattern',
      '        PathPatternConfig:',
      '          Values:',
      '            - /items',
      '    Actions:',
      '      - Type: forward',
      '        TargetGroupArn: !Ref TargetGroup',
      ...invokedBy('elasticloadbalancing', []),
    ],
  },
  websocket: {
    answers: 'http',
    records: false,
    type: 'APIGatewayProxyWebsocketEventV2',
    resources: [
      'Socket:',
      '  Type: AWS::ApiGatewayV2::Api',
      '  Properties:',
      '    Name: socket',
      '    ProtocolType: WEBSOCKET',
      '    RouteSelectionExpression: $request.body.action',
      'Route:',
      '  Type: AWS::ApiGatewayV2::Route',
      '  Properties:',
      '    ApiId: !Ref Socket',
      '    RouteKey: item',
      '    Target: !Sub integrations/${Integration}',
      'Integration:',
      '  Type: AWS::ApiGatewayV2::Integration',
      '  Properties:',
      '    ApiId: !Ref Socket',
      '    IntegrationType: AWS_PROXY',
      '    IntegrationUri: !Sub arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function.Arn}/invocations',
      ...invokedBy('apigateway', [
        '    SourceArn: !Sub arn:aws:execute-api:${AWS::Region}:${AWS::AccountId}:${Socket}/*',
      ]),
    ],
  },
  appsync: {
    answers: 'value',
    records: false,
    type: 'AppSyncResolverEvent<{ item: string }>',
    parameters: ['DataSourceRoleArn', 'UserPoolId'],
    resources: [
      'Graph:',
      '  Type: AWS::AppSync::GraphQLApi',
      '  Properties:',
      '    Name: graph',
      '    AuthenticationType: AMAZON_COGNITO_USER_POOLS',
      '    UserPoolConfig:',
      '      UserPoolId: !Ref UserPoolId',
      '      AwsRegion: !Ref AWS::Region',
      '      DefaultAction: ALLOW',
      'Schema:',
      '  Type: AWS::AppSync::GraphQLSchema',
      '  Properties:',
      '    ApiId: !GetAtt Graph.ApiId',
      '    DefinitionS3Location: schema.graphql',
      'Source:',
      '  Type: AWS::AppSync::DataSource',
      '  Properties:',
      '    ApiId: !GetAtt Graph.ApiId',
      '    Name: function',
      '    Type: AWS_LAMBDA',
      '    ServiceRoleArn: !Ref DataSourceRoleArn',
      '    LambdaConfig:',
      '      LambdaFunctionArn: !GetAtt Function.Arn',
      'Resolver:',
      '  Type: AWS::AppSync::Resolver',
      '  DependsOn: Schema',
      '  Properties:',
      '    ApiId: !GetAtt Graph.ApiId',
      '    TypeName: Query',
      '    FieldName: item',
      '    DataSourceName: !GetAtt Source.Name',
    ],
    files: { 'schema.graphql': 'type Query {\n  item(item: String!): String!\n}\n' },
  },
  sqs: {
    answers: 'nothing',
    records: true,
    type: 'SQSEvent',
    parameters: ['PartnerAccountId'],
    events: ['Queue:', '  Type: SQS', '  Properties:', '    Queue: !GetAtt Inbox.Arn'],
    resources: [
      'Inbox:',
      '  Type: AWS::SQS::Queue',
      '  Properties:',
      '    SqsManagedSseEnabled: true',
      '    VisibilityTimeout: 120',
      'InboxPolicy:',
      '  Type: AWS::SQS::QueuePolicy',
      '  Properties:',
      '    Queues:',
      '      - !Ref Inbox',
      '    PolicyDocument:',
      '      Version: "2012-10-17"',
      '      Statement:',
      '        - Effect: Allow',
      '          Principal:',
      '            AWS: !Ref PartnerAccountId',
      '          Action: sqs:SendMessage',
      '          Resource: !GetAtt Inbox.Arn',
    ],
  },
  sns: {
    answers: 'nothing',
    records: true,
    type: 'SNSEvent',
    parameters: ['TopicArn'],
    events: ['Topic:', '  Type: SNS', '  Properties:', '    Topic: !Ref TopicArn'],
  },
  s3: {
    answers: 'nothing',
    records: true,
    type: 'S3Event',
    events: ['Upload:', '  Type: S3', '  Properties:', '    Bucket: !Ref Uploads', '    Events: s3:ObjectCreated:*'],
    resources: ['Uploads:', '  Type: AWS::S3::Bucket'],
  },
  dynamodb: {
    answers: 'nothing',
    records: true,
    type: 'DynamoDBStreamEvent',
    parameters: ['StreamArn'],
    events: ['Stream:', '  Type: DynamoDB', '  Properties:', '    Stream: !Ref StreamArn', ...STREAM],
  },
  eventbridge: {
    answers: 'nothing',
    records: false,
    type: "EventBridgeEvent<'ItemSeen', any>",
    parameters: ['BusName'],
    events: [
      'Rule:',
      '  Type: EventBridgeRule',
      '  Properties:',
      '    EventBusName: !Ref BusName',
      '    Pattern:',
      '      detail-type:',
      '        - ItemSeen',
    ],
  },
  cognito: {
    answers: 'event',
    records: false,
    type: 'PreSignUpTriggerEvent',
    events: ['Users:', '  Type: Cognito', '  Properties:', '    UserPool: !Ref UserPool', '    Trigger: PreSignUp'],
    resources: ['UserPool:', '  Type: AWS::Cognito::UserPool'],
  },
  iot: {
    answers: 'nothing',
    records: false,
    type: 'any',
    events: [
      'Message:',
      '  Type: IoTRule',
      '  Properties:',
      "    Sql: SELECT * FROM 'devices/+/items'",
      '    AwsIotSqlVersion: "2016-03-23"',
    ],
  },
  ses: {
    answers: 'nothing',
    records: true,
    type: 'SESEvent',
    parameters: ['RuleSetName'],
    resources: [
      'ReceiptRule:',
      '  Type: AWS::SES::ReceiptRule',
      '  DependsOn: Permission',
      '  Properties:',
      '    RuleSetName: !Ref RuleSetName',
      '    Rule:',
      '      Enabled: true',
      '      TlsPolicy: Require',
      '      Recipients:',
      '        - items@example.com',
      '      Actions:',
      '        - LambdaAction:',
      '            FunctionArn: !GetAtt Function.Arn',
      '            InvocationType: Event',
      ...invokedBy('ses', ['    SourceAccount: !Ref AWS::AccountId']),
    ],
  },
  kinesis: {
    answers: 'nothing',
    records: true,
    type: 'KinesisStreamEvent',
    parameters: ['StreamArn'],
    events: ['Stream:', '  Type: Kinesis', '  Properties:', '    Stream: !Ref StreamArn', ...STREAM],
  },
  schedule: {
    answers: 'nothing',
    records: false,
    type: 'ScheduledEvent',
    events: ['Hourly:', '  Type: ScheduleV2', '  Properties:', '    ScheduleExpression: rate(1 hour)'],
  },
  azureHttp: OF_HOST,
  azureQueue: OF_HOST,
  googleHttp: OF_HOST,
  googlePubsub: OF_HOST,
  googleStorage: OF_HOST,
};

const HTTP_IN_SERVERLESS: Partial<Record<TriggerId, readonly string[]>> = {
  rest: ['- http:', '    method: post', '    path: items/{item}'],
  http: ['- httpApi: POST /items/{item}'],
  sqs: ['- sqs: ${param:inboxArn}'],
  sns: ['- sns: ${param:topicArn}'],
  eventbridge: ['- eventBridge:', '    pattern:', '      detail-type:', '        - ItemSeen'],
  kinesis: ['- stream:', '    type: kinesis', '    arn: ${param:streamArn}'],
  schedule: ['- schedule: rate(1 hour)'],
};

/** Whether the Serverless Framework has a case for it here. */
export const hasServerless = (trigger: TriggerId): boolean => trigger in HTTP_IN_SERVERLESS;

/** The files that name the handler: `template.yaml` with what it needs, `serverless.yml`, or what its host has. */
export function templateOf(
  id: TriggerId,
  framework: 'sam' | 'serverless',
  { language, stem }: { language: Language; stem: string },
): Record<string, string> {
  const host = hostOf(id);
  if (host) return host.files(language);
  const runtime = language === 'python' ? 'python3.13' : 'nodejs22.x';
  if (framework === 'serverless') {
    const lines = [
      'service: items',
      'provider:',
      '  name: aws',
      `  runtime: ${runtime}`,
      '  timeout: 15',
      '  environment:',
      '    ITEM: north',
      'functions:',
      '  item:',
      `    handler: ${stem}.handler`,
      '    events:',
      ...indented(HTTP_IN_SERVERLESS[id] ?? [], 6),
    ];
    return { 'serverless.yml': `${lines.join('\n')}\n` };
  }
  const { events = [], properties = [], resources = [], parameters = [], files = {} } = TRIGGERS[id];
  const bundled = [
    'Metadata:',
    '  BuildMethod: esbuild',
    '  BuildProperties:',
    '    Target: es2023',
    '    EntryPoints:',
    `      - ${stem}.ts`,
  ];
  const lines = [
    'AWSTemplateFormatVersion: "2010-09-09"',
    'Transform: AWS::Serverless-2016-10-31',
    ...(parameters.length > 0
      ? ['Parameters:', ...parameters.flatMap((name) => [`  ${name}:`, '    Type: String'])]
      : []),
    'Resources:',
    '  Function:',
    '    Type: AWS::Serverless::Function',
    ...indented(language === 'typescript' ? bundled : [], 4),
    '    Properties:',
    '      CodeUri: ./',
    `      Handler: ${language === 'typescript' ? stem.split('/').at(-1) : stem}.handler`,
    `      Runtime: ${runtime}`,
    '      Timeout: 15',
    '      Environment:',
    '        Variables:',
    '          ITEM: north',
    ...indented(properties, 6),
    ...(events.length > 0 ? ['      Events:', ...indented(events, 8)] : []),
    ...indented(resources, 2),
  ];
  return { 'template.yaml': `${lines.join('\n')}\n`, ...files };
}

function indented(lines: readonly string[], by: number): string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}
