import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import type { Entry } from '#model/exposure';
import { att, type Plain, type PlainResource, ref, stackOf, sub, UNKNOWN, when } from './build.js';

type Resources = { readonly [id: string]: PlainResource };

const Fn: PlainResource = { Type: 'AWS::Lambda::Function', Properties: { FunctionName: 'orders' } };

function entries(resources: Resources): readonly Entry[] {
  const cloud = new Cloud([stackOf({ Fn, ...resources })]);
  const fn = cloud.all('AWS::Lambda::Function').find((one) => one.logicalId === 'Fn');
  return fn ? cloud.entries(fn) : [];
}

/** Kind, reach and label of each entry. */
const seen = (resources: Resources) => entries(resources).map(({ kind, reach, label }) => `${kind} ${reach} ${label}`);

const invocation = (name = 'Fn'): Plain =>
  sub(`arn:\${AWS::Partition}:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${${name}.Arn}/invocations`);

const permit = (properties: { readonly [key: string]: Plain }): PlainResource => ({
  Type: 'AWS::Lambda::Permission',
  Properties: { FunctionName: ref('Fn'), Action: 'lambda:InvokeFunction', ...properties },
});

const allow = (action: string, principal: Plain, condition?: Plain): Plain => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: principal,
      Action: action,
      Resource: '*',
      ...(condition ? { Condition: condition } : {}),
    },
  ],
});

describe('function URLs', () => {
  const Url = (type: Plain): PlainResource => ({
    Type: 'AWS::Lambda::Url',
    Properties: { TargetFunctionArn: att('Fn'), AuthType: type },
  });
  const open = permit({ Action: 'lambda:InvokeFunctionUrl', Principal: '*', FunctionUrlAuthType: 'NONE' });

  it('are public only where the function lets everybody in as well', () => {
    expect(seen({ Url: Url('NONE'), Open: open })).toEqual(['function-url public function URL']);
    expect(seen({ Url: Url('NONE') })).toEqual(['function-url unknown function URL']);
    expect(seen({ Url: Url('AWS_IAM') })).toEqual(['function-url authenticated function URL']);
    expect(seen({ Url: Url(UNKNOWN), Open: open })).toEqual(['function-url unknown function URL']);
  });

  it('are told apart by the branches of a condition, with the property that decides', () => {
    const found = entries({ Url: Url(when('IsDev', 'NONE', 'AWS_IAM')), Open: open });
    expect(found.map((one) => [one.reach, one.when[0]?.holds, one.decidedBy?.path])).toEqual([
      ['public', true, ['AuthType']],
      ['authenticated', false, ['AuthType']],
    ]);
  });
});

describe('REST APIs', () => {
  const method = (properties: { readonly [key: string]: Plain }): PlainResource => ({
    Type: 'AWS::ApiGateway::Method',
    Properties: {
      RestApiId: ref('Api'),
      ResourceId: ref('Order'),
      HttpMethod: 'get',
      Integration: { Type: 'AWS_PROXY', Uri: invocation() },
      ...properties,
    },
  });
  const api = (properties: { readonly [key: string]: Plain } = {}): Resources => ({
    Api: { Type: 'AWS::ApiGateway::RestApi', Properties: properties },
    Orders: {
      Type: 'AWS::ApiGateway::Resource',
      Properties: { ParentId: att('Api', 'RootResourceId'), PathPart: 'orders' },
    },
    Order: { Type: 'AWS::ApiGateway::Resource', Properties: { ParentId: ref('Orders'), PathPart: '{id}' } },
    Permission: permit({ Principal: 'apigateway.amazonaws.com' }),
  });

  it('are as open as the method, with the path joined from its resources', () => {
    expect(seen({ ...api(), Get: method({ AuthorizationType: 'NONE' }) })).toEqual([
      'rest-api public GET /orders/{id}',
    ]);
    expect(seen({ ...api(), Get: method({ AuthorizationType: 'NONE', ApiKeyRequired: true }) })).toEqual([
      'rest-api public GET /orders/{id}',
    ]);
    expect(seen({ ...api(), Get: method({ AuthorizationType: 'COGNITO_USER_POOLS', AuthorizerId: 'x' }) })).toEqual([
      'rest-api authenticated GET /orders/{id}',
    ]);
    expect(seen({ ...api(), Get: method({ AuthorizationType: UNKNOWN }) })).toEqual([
      'rest-api unknown GET /orders/{id}',
    ]);
  });

  it('are narrowed by a private endpoint and by a resource policy', () => {
    const Get = method({ AuthorizationType: 'NONE' });
    expect(seen({ ...api({ EndpointConfiguration: { Types: ['PRIVATE'] } }), Get })[0]).toMatch(/^rest-api account/);
    const byAddress = allow('execute-api:Invoke', '*', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } });
    expect(seen({ ...api({ Policy: byAddress }), Get })[0]).toMatch(/^rest-api account/);
    const everywhere = allow('execute-api:Invoke', '*', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } });
    expect(seen({ ...api({ Policy: everywhere }), Get })[0]).toMatch(/^rest-api public/);
    const fenced = {
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
        },
      ],
    };
    expect(seen({ ...api({ Policy: fenced }), Get })[0]).toMatch(/^rest-api account/);
  });

  it('are read from an OpenAPI body with its security', () => {
    const integration = { type: 'aws_proxy', httpMethod: 'POST', uri: invocation() };
    const operation = (security?: Plain): Plain => ({
      'x-amazon-apigateway-integration': integration,
      ...(security ? { security } : {}),
    });
    const body = (general: Plain, paths: Plain): Plain => ({
      securityDefinitions: {
        pool: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
        },
        key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      },
      ...(general ? { security: general } : {}),
      paths,
    });
    const api = (Body: Plain): Resources => ({ Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Body } } });
    const paths = {
      '/a': { get: operation([{ pool: [] }]) },
      '/b': { post: operation([{ key: [] }]), 'x-amazon-apigateway-any-method': operation() },
      '/c': { get: operation([{ NONE: [] }]), options: { 'x-amazon-apigateway-integration': { type: 'mock' } } },
      '/d': { get: operation([]) },
    };
    expect(seen(api(body(null, paths)))).toEqual([
      'rest-api authenticated GET /a',
      'rest-api public POST /b',
      'rest-api public ANY /b',
      'rest-api public GET /c',
      'rest-api public GET /d',
    ]);
    expect(seen(api(body([{ pool: [] }], paths)))[2]).toBe('rest-api authenticated ANY /b');
    expect(seen(api(body(UNKNOWN, { '/a': { get: operation() } })))).toEqual(['rest-api unknown GET /a']);
  });

  it('run authorizers for strangers, also those of a body', () => {
    const Body = {
      securityDefinitions: {
        token: { type: 'apiKey', 'x-amazon-apigateway-authorizer': { type: 'token', authorizerUri: invocation() } },
      },
      paths: {},
    };
    expect(seen({ Api: { Type: 'AWS::ApiGateway::RestApi', Properties: { Body } } })).toEqual([
      'rest-api public authorizer token',
    ]);
    const Check = {
      Type: 'AWS::ApiGatewayV2::Authorizer',
      Properties: { ApiId: ref('Api'), AuthorizerUri: invocation() },
    };
    expect(seen({ Api: { Type: 'AWS::ApiGatewayV2::Api' }, Check })).toEqual(['http-api public authorizer Check']);
  });

  it('say nothing certain of a permission whose API is not in sight', () => {
    expect(seen({ Permission: permit({ Principal: 'apigateway.amazonaws.com' }) })).toEqual([
      'rest-api unknown permission for apigateway.amazonaws.com',
    ]);
  });
});

describe('HTTP and WebSocket APIs', () => {
  const api = (protocol: string): Resources => ({
    Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: protocol } },
    Integration: {
      Type: 'AWS::ApiGatewayV2::Integration',
      Properties: { ApiId: ref('Api'), IntegrationUri: att('Fn') },
    },
  });
  const route = (key: string, type?: Plain): PlainResource => ({
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: ref('Api'),
      RouteKey: key,
      Target: sub('integrations/${Integration}'),
      ...(type ? { AuthorizationType: type } : {}),
    },
  });

  it('have routes that are open unless they ask for something', () => {
    expect(
      seen({ ...api('HTTP'), A: route('GET /a'), B: route('POST /b', 'JWT'), C: route('$default', 'AWS_IAM') }),
    ).toEqual(['http-api public GET /a', 'http-api authenticated POST /b', 'http-api authenticated ANY $default']);
  });

  it('authorize a WebSocket once, when it connects', () => {
    expect(seen({ ...api('WEBSOCKET'), Send: route('send'), Connect: route('$connect', 'CUSTOM') })).toEqual([
      'websocket authenticated WebSocket route send',
      'websocket authenticated WebSocket route $connect',
    ]);
    expect(seen({ ...api('WEBSOCKET'), Send: route('send') })).toEqual(['websocket public WebSocket route send']);
  });
});

describe('GraphQL APIs and load balancers', () => {
  it('are public with an API key', () => {
    const graphql = (type: string, more: Plain = []): Resources => ({
      Api: {
        Type: 'AWS::AppSync::GraphQLApi',
        Properties: { Name: 'x', AuthenticationType: type, AdditionalAuthenticationProviders: more },
      },
      Data: {
        Type: 'AWS::AppSync::DataSource',
        Properties: { ApiId: att('Api', 'ApiId'), LambdaConfig: { LambdaFunctionArn: att('Fn') } },
      },
    });
    expect(seen(graphql('API_KEY'))).toEqual(['graphql public GraphQL data source Data']);
    expect(seen(graphql('AWS_IAM'))).toEqual(['graphql authenticated GraphQL data source Data']);
    expect(seen(graphql('AWS_IAM', [{ AuthenticationType: 'API_KEY' }]))).toEqual([
      'graphql public GraphQL data source Data',
    ]);
  });

  it('are as open as the listener that forwards', () => {
    const balanced = (scheme: string, before: Plain[] = []): Resources => ({
      Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Scheme: scheme } },
      Listener: {
        Type: 'AWS::ElasticLoadBalancingV2::Listener',
        Properties: {
          LoadBalancerArn: ref('Balancer'),
          DefaultActions: [...before, { Type: 'forward', TargetGroupArn: ref('Group') }],
        },
      },
      Group: {
        Type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
        Properties: { TargetType: 'lambda', Targets: [{ Id: att('Fn') }] },
      },
      Permission: permit({ Principal: 'elasticloadbalancing.amazonaws.com' }),
    });
    expect(seen(balanced('internet-facing'))).toEqual(['alb public target group Group']);
    expect(seen(balanced('internal'))).toEqual(['alb account target group Group']);
    expect(seen(balanced('internet-facing', [{ Type: 'authenticate-oidc' }]))).toEqual([
      'alb authenticated target group Group',
    ]);
  });
});

describe('events', () => {
  it('reach the function through mappings, as wide as the policies of what feeds it', () => {
    const queue = (principal: Plain): Resources => ({
      Queue: { Type: 'AWS::SQS::Queue' },
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [ref('Queue')], PolicyDocument: allow('sqs:SendMessage', principal) },
      },
      Mapping: {
        Type: 'AWS::Lambda::EventSourceMapping',
        Properties: { FunctionName: ref('Fn'), EventSourceArn: att('Queue') },
      },
    });
    expect(seen(queue({ Service: 'events.amazonaws.com' }))).toEqual(['queue service queue Queue']);
    expect(seen(queue({ AWS: '123456789012' }))).toEqual(['queue account queue Queue']);
    expect(seen(queue('*'))).toEqual(['queue public queue Queue']);
    const [entry] = entries(queue('*'));
    expect(entry).toMatchObject({ invocation: 'poll', source: { logicalId: 'Queue' }, by: { logicalId: 'Mapping' } });
  });

  it('pass the openness of a topic on through a queue', () => {
    expect(
      seen({
        Topic: { Type: 'AWS::SNS::Topic' },
        Policy: {
          Type: 'AWS::SNS::TopicPolicy',
          Properties: { Topics: [ref('Topic')], PolicyDocument: allow('sns:Publish', '*') },
        },
        Queue: { Type: 'AWS::SQS::Queue' },
        Subscription: {
          Type: 'AWS::SNS::Subscription',
          Properties: { TopicArn: ref('Topic'), Protocol: 'sqs', Endpoint: att('Queue') },
        },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { FunctionName: ref('Fn'), EventSourceArn: att('Queue') },
        },
      }),
    ).toEqual(['queue public queue Queue']);
  });

  it('are found wherever a service names the function', () => {
    const arn = att('Fn');
    expect(
      seen({
        Bucket: {
          Type: 'AWS::S3::Bucket',
          Properties: {
            NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arn }] },
          },
        },
        Subscription: {
          Type: 'AWS::SNS::Subscription',
          Properties: { Protocol: 'lambda', Endpoint: arn, TopicArn: 'arn:x' },
        },
        Rule: { Type: 'AWS::Events::Rule', Properties: { EventPattern: {}, Targets: [{ Id: 'a', Arn: arn }] } },
        Cron: {
          Type: 'AWS::Events::Rule',
          Properties: { ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'a', Arn: arn }] },
        },
        Schedule: { Type: 'AWS::Scheduler::Schedule', Properties: { Target: { Arn: arn } } },
        Pool: {
          Type: 'AWS::Cognito::UserPool',
          Properties: { LambdaConfig: { PreSignUp: arn, PostConfirmation: arn } },
        },
        Logs: { Type: 'AWS::Logs::SubscriptionFilter', Properties: { DestinationArn: arn } },
        Iot: {
          Type: 'AWS::IoT::TopicRule',
          Properties: { TopicRulePayload: { Actions: [{ Lambda: { FunctionArn: arn } }] } },
        },
        Machine: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { DefinitionString: sub('{"States":{"A":{"Type":"Task","Resource":"${Fn.Arn}"}}}') },
        },
        Custom: { Type: 'Custom::Seed', Properties: { ServiceToken: arn } },
        Firehose: {
          Type: 'AWS::KinesisFirehose::DeliveryStream',
          Properties: {
            ExtendedS3DestinationConfiguration: {
              ProcessingConfiguration: {
                Processors: [{ Type: 'Lambda', Parameters: [{ ParameterName: 'LambdaArn', ParameterValue: arn }] }],
              },
            },
          },
        },
        Permissions: permit({ Principal: 's3.amazonaws.com' }),
      }).toSorted(),
    ).toEqual([
      'bucket service bucket Bucket',
      'event-bus service event rule Rule',
      'iot authenticated IoT rule Iot',
      'logs service log subscription Logs',
      'other service custom resource Custom',
      'schedule service schedule Cron',
      'schedule service schedule Schedule',
      'state-machine service state machine Machine',
      'stream service delivery stream Firehose',
      'topic service topic Subscription',
      'user-pool authenticated user pool Pool',
      'user-pool public user pool Pool',
    ]);
  });

  it('come from permissions when nothing else explains them', () => {
    expect(seen({ P: permit({ Principal: '*' }) })).toEqual(['permission public permission P']);
    expect(seen({ P: permit({ Principal: '*', PrincipalOrgID: 'o-1' }) })).toEqual(['permission account permission P']);
    expect(seen({ P: permit({ Principal: '123456789012' }) })).toEqual(['permission account permission P']);
    expect(seen({ P: permit({ Principal: 'lex.amazonaws.com' }) })).toEqual([
      'other service permission for lex.amazonaws.com',
    ]);
  });

  it('give a function its widest reach', () => {
    const cloud = new Cloud([stackOf({ Fn, P: permit({ Principal: '*' }), Q: permit({ Principal: '123456789012' }) })]);
    const [fn] = cloud.all('AWS::Lambda::Function');
    expect(fn && cloud.reach(fn)).toBe('public');
    const [alone] = new Cloud([stackOf({ Fn })]).all('AWS::Lambda::Function');
    expect(alone && cloud.reach(alone)).toBeDefined();
  });
});
