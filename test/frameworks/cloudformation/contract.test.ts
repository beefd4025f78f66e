import { cloudformation } from '#frameworks/cloudformation/index';
import { holdsTheContract, type Sample } from '../contract.js';

const YAML = `# The orders service.
AWSTemplateFormatVersion: '2010-09-09'

Parameters:
  Stage:
    Type: String
    Default: dev # shared by several places
  Retention: { Type: Number, Default: 7 }
  Secret: { Type: String, NoEcho: true, Default: hush }

Mappings:
  Sizes:
    small: { memory: 128 }

Conditions:
  IsProd: !Equals [!Ref Stage, prod]

Resources:
  # First comment.
  Queue:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub '\${Stage}-orders'   # named by stage
      "VisibilityTimeout": 30
      KmsMasterKeyId: !If [IsProd, alias/a, !Ref AWS::NoValue]
      Tags:
        - Key: a
          Value: 'single ''quoted'''
        - {Key: b, Value: "double \\"quoted\\""}

  Function:
    Type: AWS::Lambda::Function
    Condition: IsProd
    DeletionPolicy: Delete
    Properties:
      Handler: index.handler
      MemorySize: !FindInMap [Sizes, small, memory]
      Role: !GetAtt Role.Arn
      Environment:
        Variables:
          QUEUE: !Ref Queue
          STAGE: !Ref Stage
          SECRET: !Ref Secret
          LONG: |
            first line
            # not a comment
            last line
          FOLDED: >-
            one
            two
      TracingConfig: &tracing
        Mode: PassThrough

  Other:
    Type: AWS::Lambda::Function
    Properties: {Handler: x.y, Timeout: 3, TracingConfig: *tracing, Layers: [a, b]}
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
        - Effect: Allow
          Action: ['sts:AssumeRole']
          Principal: { Service: lambda.amazonaws.com }
      Policies:
        Fn::If:
          - IsProd
          - - PolicyName: one
              PolicyDocument: { Statement: [] }
          - - PolicyName: two
  Log:
    Type: AWS::Logs::LogGroup
    Properties:
      RetentionInDays: !Ref Retention
# The end.
`;

const LONG_FORM = `AWSTemplateFormatVersion: 2010-09-09
Resources:
    Topic:
        Type: AWS::SNS::Topic
        Properties:
            TopicName:
                Fn::Sub: x-\${AWS::Region}
            DisplayName: yes
            Subscription:
                -   Protocol: sqs
                    Endpoint: { "Fn::GetAtt": [Queue, Arn] }
    Queue:
        Type: AWS::SQS::Queue
`;

const JSON_TEXT = `{
  "Conditions": { "IsProd": { "Fn::Equals": [ { "Ref": "AWS::Region" }, "eu-west-1" ] } },
  "Resources": {
    "Bucket": {
      "Type": "AWS::S3::Bucket",
      "Properties": {
        "BucketName": { "Fn::Join": ["-", ["a", { "Ref": "AWS::AccountId" }]] },
        "VersioningConfiguration": { "Status": "Suspended" },
        "Tags": [ { "Key": "k", "Value": "v" }, { "Key": "l", "Value": 1 } ],
        "AccessControl": { "Fn::If": ["IsProd", "Private", { "Ref": "AWS::NoValue" }] }
      }
    },
    "Empty": { "Type": "AWS::SQS::Queue" },
    "Policy": {
      "Type": "AWS::S3::BucketPolicy",
      "Properties": {
        "Bucket": { "Ref": "Bucket" },
        "PolicyDocument": {
          "Statement": [
            { "Effect": "Allow", "Action": "s3:*", "Principal": "*", "Resource": { "Fn::GetAtt": ["Bucket", "Arn"] } }
          ]
        }
      }
    }
  }
}
`;

const MINIFIED = JSON.stringify(JSON.parse(JSON_TEXT));

const NESTING = `Resources:
  Child:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: nested/child.yaml
      Parameters:
        Name: n
  Api:
    Type: AWS::ApiGateway::RestApi
    Properties:
      Body:
        Fn::Transform:
          Name: AWS::Include
          Parameters: { Location: nested/api.yaml }
`;

const samples: Sample[] = [
  { name: 'YAML', path: 'template.yaml', text: YAML, settable: 0.8 },
  { name: 'YAML in the long form', path: 'stack.yml', text: LONG_FORM, settable: 1 },
  { name: 'JSON', path: 'template.json', text: JSON_TEXT, settable: 1 },
  { name: 'JSON on one line', path: 'a/b.template', text: MINIFIED, settable: 1 },
  {
    name: 'a stack with others',
    path: 'root.yaml',
    text: NESTING,
    settable: 0.8,
    files: {
      'nested/child.yaml':
        'Parameters:\n  Name: { Type: String }\nResources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Ref Name\n      DelaySeconds: 5\n',
      'nested/api.yaml': "openapi: 3.0.1 # the version\ninfo:\n  title: 'an api'\n",
    },
  },
];

holdsTheContract(cloudformation, samples);
