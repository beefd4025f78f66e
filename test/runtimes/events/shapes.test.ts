import { describe, expect, it } from '@jest/globals';
import { HTTP_API, REST_API } from '#runtimes/events/http';
import { SQS } from '#runtimes/events/messages';
import { shapeAt, union } from '#runtimes/events/shape';
import { cloudOf, control, triggersIn } from '#test/runtimes/events/application';

const event = (type: string, properties: string) => `, Events: { E: { Type: ${type}, Properties: { ${properties} } } }`;
const POOL = '  P: { Type: AWS::Cognito::UserPool }\n';

describe('who decides what stands in an event', () => {
  it.each([
    [
      'topic',
      event('SNS', 'Topic: !Ref T'),
      '  T: { Type: AWS::SNS::Topic }\n',
      ['Records.[].Sns.Message', 'Records.[].Sns.Message.<json>.a', 'Records.[].Sns.MessageAttributes.a.Value'],
      ['Records.[].Sns.TopicArn', 'Records.[].EventSource'],
    ],
    [
      'bucket',
      event('S3', 'Bucket: !Ref B, Events: s3:ObjectCreated:*'),
      '  B: { Type: AWS::S3::Bucket }\n',
      ['Records.[].s3.object.key'],
      ['Records.[].s3.bucket.name', 'Records.[].s3.object.eTag', 'Records.[].eventTime'],
    ],
    [
      'stream',
      event('DynamoDB', 'Stream: !GetAtt D.StreamArn, StartingPosition: LATEST'),
      '  D: { Type: AWS::DynamoDB::Table, Properties: { StreamSpecification: { StreamViewType: NEW_IMAGE } } }\n',
      ['Records.[].dynamodb.NewImage.name.S', 'Records.[].dynamodb.Keys.id.S'],
      ['Records.[].eventName', 'Records.[].dynamodb.SequenceNumber', 'Records.[].userIdentity.principalId'],
    ],
    [
      'stream',
      event('Kinesis', 'Stream: !GetAtt K.Arn, StartingPosition: LATEST'),
      '  K: { Type: AWS::Kinesis::Stream }\n',
      ['Records.[].kinesis.data.<base64>.<json>.a', 'Records.[].kinesis.partitionKey'],
      ['Records.[].kinesis.sequenceNumber', 'Records.[].eventID'],
    ],
    [
      'stream',
      event('MSK', 'Stream: arn:aws:kafka:us-east-1:1:cluster/c/1, StartingPosition: LATEST, Topics: [t]'),
      '',
      ['records.t-0.[].value.<base64>'],
      ['records.t-0.[].topic', 'eventSource'],
    ],
    [
      'event-bus',
      event('EventBridgeRule', 'Pattern: { source: [com.example] }'),
      '',
      ['detail.id'],
      ['source', 'detail-type', 'account', 'id'],
    ],
    [
      'event-bus',
      event('EventBridgeRule', 'Pattern: { source: [aws.s3] }'),
      '',
      ['detail.object.key'],
      ['detail.bucket.name', 'detail.reason'],
    ],
    ['schedule', event('Schedule', 'Schedule: rate(1 day)'), '', [], ['detail.a', 'time', 'anything']],
    [
      'user-pool',
      event('Cognito', 'UserPool: !Ref P, Trigger: PreSignUp'),
      POOL,
      ['request.userAttributes.name', 'request.clientMetadata.a', 'request.validationData.a', 'userName'],
      ['userPoolId', 'triggerSource', 'request.userAttributes.sub', 'callerContext.clientId'],
    ],
    ['iot', event('IoTRule', "Sql: SELECT * FROM 'a'"), '', ['temperature'], []],
  ])('%s%s', async (kind, properties, more, senders, providers) => {
    const triggers = triggersIn(await cloudOf(properties, more));
    expect(triggers.map((one) => one.kind)).toEqual([kind]);
    expect(senders.map((path) => [path, control(triggers, path)])).toEqual(senders.map((path) => [path, 'sender']));
    expect(providers.map((path) => [path, control(triggers, path)])).toEqual(
      providers.map((path) => [path, 'provider']),
    );
  });

  it.each([
    [
      'connect.amazonaws.com',
      ['Details.Parameters.a', 'Details.ContactData.Attributes.a'],
      ['Details.ContactData.ContactId'],
    ],
    ['lexv2.amazonaws.com', ['inputTranscript', 'sessionState.intent.slots.a'], ['bot.name', 'invocationSource']],
    ['alexa-appkit.amazon.com', ['request.intent.slots.a.value', 'session.attributes.a'], ['session.user.userId']],
    ['bedrock.amazonaws.com', ['parameters.[].value', 'inputText'], ['actionGroup', 'agent.id']],
    ['config.amazonaws.com', [], ['invokingEvent', 'ruleParameters']],
    ['ses.amazonaws.com', ['Records.[].ses.mail.commonHeaders.subject'], ['Records.[].ses.receipt.spamVerdict.status']],
  ])('of what %s sends', async (principal, senders, providers) => {
    const permission = `  Permission: { Type: AWS::Lambda::Permission, Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Fn, Principal: ${principal} } }\n`;
    const triggers = triggersIn(await cloudOf('', permission));
    expect(triggers).toHaveLength(1);
    expect(senders.map((path) => [path, control(triggers, path)])).toEqual(senders.map((path) => [path, 'sender']));
    expect(providers.map((path) => [path, control(triggers, path)])).toEqual(
      providers.map((path) => [path, 'provider']),
    );
  });

  it('whoever an account lets invoke the function gives the whole event', async () => {
    const permission = (principal: string) =>
      `  Permission: { Type: AWS::Lambda::Permission, Properties: { Action: lambda:InvokeFunction, FunctionName: !Ref Fn, Principal: ${principal} } }\n`;
    const triggers = triggersIn(await cloudOf('', permission('"123456789012"')));
    expect(triggers.map(({ kind, reach }) => `${kind} ${reach}`)).toEqual(['permission account']);
    expect(control(triggers, 'anything.at.all')).toBe('sender');
  });

  it('authorizers get what strangers send as a token', async () => {
    const api =
      '  Api:\n    Type: AWS::Serverless::Api\n    Properties: { StageName: p, Auth: { Authorizers: { Tokens: { FunctionArn: !GetAtt Fn.Arn } } } }\n';
    const triggers = triggersIn(await cloudOf('', api));
    expect(triggers.map(({ label, reach }) => [label, reach])).toEqual([['authorizer Tokens', 'public']]);
    expect(control(triggers, 'authorizationToken')).toBe('sender');
    expect(control(triggers, 'headers.x')).toBe('sender');
    expect(control(triggers, 'methodArn')).toBe('provider');
  });

  it('a mapping template decides what an integration without proxy hands over', async () => {
    const method = (integration: string) => `  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !GetAtt Api.RootResourceId
      HttpMethod: POST
      AuthorizationType: NONE
      Integration:
        Type: AWS
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${Fn.Arn}/invocations
${integration}`;
    const bare = triggersIn(await cloudOf('', method('')));
    expect(control(bare, 'order')).toBe('sender');
    expect(control(bare, 'requestContext.authorizer.claims.sub')).toBe('sender');
    const template = `        RequestTemplates:
          application/json: |
            {
              "user": "$context.authorizer.principalId",
              "path": "$context.path",
              "version": 1,
              "order": "$input.params('id')",
              "body": {
                "user": "$context.authorizer.principalId",
                "name": "$input.params('name')",
                "deep": {
                  "stage": "$context.stage"
                }
              },
              "list": [{
                "id": "$context.requestId"
              }],
              "after": "$context.requestId"
            }
`;
    const shaped = triggersIn(await cloudOf('', method(template)));
    const fields = ['user', 'version', 'body.user', 'body.deep.stage', 'after'];
    expect(fields.filter((path) => control(shaped, path) !== 'provider')).toEqual([]);
    const others = ['path', 'order', 'body.name', 'body.deep.else', 'body.id', 'id', 'list', 'else'];
    expect(others.filter((path) => control(shaped, path) !== 'sender')).toEqual([]);
    const set = `        RequestTemplates:
          application/json: |
            ## What the API knows by itself
            #set($id = "TASK-$context.requestTimeEpoch")
            #set($name = $input.params('name'))
            #set($both = "fixed")
            #set($both = $input.params('name'))
            #set($around = "to $name")
            {
              "id": "$id",
              "text": "task \${id} of $context.stage",
              "name": "$name",
              "both": "$both",
              "around": "$around",
              "else": $input.json('$.else')
            }
`;
    const named = triggersIn(await cloudOf('', method(set)));
    expect(['id', 'text'].filter((path) => control(named, path) !== 'provider')).toEqual([]);
    expect(['name', 'both', 'around', 'else'].filter((path) => control(named, path) !== 'sender')).toEqual([]);
  });

  it('an HTTP API with payload format 1.0 sends what a REST API does', async () => {
    const http = event('HttpApi', 'Path: /a, Method: get, PayloadFormatVersion: "1.0"');
    const triggers = triggersIn(await cloudOf(http));
    expect(triggers[0]?.event).toBe(REST_API);
  });
});

describe('shapes', () => {
  it("joined are the sender's where either is", () => {
    const both = union(HTTP_API, SQS);
    expect(shapeAt(both, ['Records', '[]', 'body']).control).toBe('sender');
    expect(shapeAt(both, ['Records', '[]', 'messageId']).control).toBe('provider');
    expect(shapeAt(both, ['requestContext', 'requestId']).control).toBe('provider');
    expect(shapeAt(both, ['body']).control).toBe('sender');
  });
});

describe('who sends', () => {
  const queue = '  Q: { Type: AWS::SQS::Queue }\n';
  const fromQueue = event('SQS', 'Queue: !GetAtt Q.Arn');
  const writer = (events: string) => `  CreateOrder:
    Type: AWS::Serverless::Function
    Properties: { Runtime: nodejs22.x, Handler: b.handler, CodeUri: src/, Policies: [{ SQSSendMessagePolicy: { QueueName: !GetAtt Q.QueueName } }]${events} }
`;
  const label = async (more: string) =>
    triggersIn(await cloudOf(fromQueue, queue + more)).map((one) => `${one.label}: ${one.reach}`);

  it('is told with the functions that fill the source', async () => {
    expect(await label('')).toEqual(['queue Q: service']);
    expect(await label(writer(event('Api', 'Path: /orders, Method: post')))).toEqual([
      'queue Q, which CreateOrder fills, which anyone can call through POST /orders: service',
    ]);
    expect(await label(writer(event('Schedule', 'Schedule: rate(1 day)')))).toEqual([
      'queue Q, which CreateOrder fills: service',
    ]);
  });

  it('is whoever a route lets in that fills it without code', async () => {
    const route = (auth: string) => `  Api: { Type: AWS::ApiGateway::RestApi, Properties: { Name: a } }
  Orders: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Api, ParentId: !GetAtt Api.RootResourceId, PathPart: orders } }
  Method:
    Type: AWS::ApiGateway::Method
    Properties:
      RestApiId: !Ref Api
      ResourceId: !Ref Orders
      HttpMethod: POST
      AuthorizationType: ${auth}
      Integration:
        Type: AWS
        IntegrationHttpMethod: POST
        Uri: !Sub arn:aws:apigateway:\${AWS::Region}:sqs:path/\${AWS::AccountId}/\${Q.QueueName}
`;
    expect(await label(route('NONE'))).toEqual(['queue Q, which POST /orders fills: public']);
    expect(await label(route('AWS_IAM'))).toEqual(['queue Q, which POST /orders fills: authenticated']);
  });

  it('is whoever an HTTP API lets in that fills it without code', async () => {
    const route = `  Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
  Send: { Type: AWS::ApiGatewayV2::Integration, Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationSubtype: SQS-SendMessage, RequestParameters: { QueueUrl: !Ref Q, MessageBody: $request.body } } }
  Route: { Type: AWS::ApiGatewayV2::Route, Properties: { ApiId: !Ref Api, RouteKey: POST /orders, Target: !Sub 'integrations/\${Send}' } }
`;
    expect(await label(route)).toEqual(['queue Q, which POST /orders fills: public']);
  });
});
