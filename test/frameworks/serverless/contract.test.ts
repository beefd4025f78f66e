import { serverless } from '#frameworks/serverless/index';
import { holdsTheContract, type Sample } from '../contract.js';

const YAML = `# A shop.
service: shop
frameworkVersion: '3'

provider:
  name: aws
  runtime: nodejs24.x
  memorySize: 512
  environment:
    TABLE: !Ref Table
    LEVEL: "info"
  iam:
    role:
      statements:
        - Effect: Allow # one item
          Action:
            - dynamodb:GetItem
          Resource: !GetAtt Table.Arn

custom:
  retention: 30
  shared: ['a', 'b']

functions:
  hello:
    handler: src/app.hello
    timeout: 10
    tracing: Active
    environment: {QUEUE: !Ref Queue, 'PLAIN': text}
    url:
      authorizer: aws_iam
      cors:
        allowedOrigins:
          - https://example.com
  work: \${file(work.yml)}

resources:
  Conditions:
    IsProd: !Equals [!Ref AWS::Region, eu-west-1]
  Resources:
    Table:
      Type: AWS::DynamoDB::Table
      Properties:
        TableName: "orders"
        BillingMode: !If [IsProd, PROVISIONED, PAY_PER_REQUEST]
        SSESpecification:
          SSEEnabled: true
    Queue:
      Type: AWS::SQS::Queue
      Properties:
        MessageRetentionPeriod: \${self:custom.retention}
        Tags: []
    HelloLogGroup:
      Properties:
        RetentionInDays: 14
`;

const JSON_TEXT = `{
  "service": "shop",
  "provider": { "name": "aws", "runtime": "nodejs24.x", "timeout": 12 },
  "functions": {
    "hello": {
      "handler": "src/app.hello",
      "memorySize": 256,
      "environment": { "TABLE": { "Ref": "Table" }, "KEY": "plain" }
    }
  },
  "resources": {
    "Resources": {
      "Table": {
        "Type": "AWS::DynamoDB::Table",
        "Properties": { "TableName": "orders", "SSESpecification": { "SSEEnabled": false } }
      }
    }
  }
}
`;

const samples: readonly Sample[] = [
  {
    name: 'a service in YAML',
    path: 'serverless.yml',
    text: YAML,
    files: { 'work.yml': 'handler: src/work.run # the worker\nmemorySize: 1024\nenvironment:\n  MODE: fast\n' },
    settable: 0.4,
  },
  { name: 'a service in JSON', path: 'serverless.json', text: JSON_TEXT, settable: 0.25 },
];

holdsTheContract(serverless, samples);
