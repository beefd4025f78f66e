import { cdk } from '#frameworks/cdk/index';
import { templates } from '#frameworks/cloudformation/index';
import { sam } from '#frameworks/sam/index';
import { holdsTheContract } from '../contract.js';

const JSON_TEMPLATE = `{
 "Resources": {
  "JobsD3F91562": {
   "Type": "AWS::SQS::Queue",
   "Properties": {
    "VisibilityTimeout": 60,
    "Tags": [{ "Key": "a \\"b\\"", "Value": "c" }]
   },
   "UpdateReplacePolicy": "Delete",
   "DeletionPolicy": "Delete",
   "Metadata": { "aws:cdk:path": "App/Jobs/Resource" }
  },
  "Handler886CB40B": {
   "Type": "AWS::Lambda::Function",
   "Condition": "IsProd",
   "Properties": {
    "Runtime": "nodejs24.x",
    "Handler": "index.handler",
    "Code": { "S3Bucket": { "Fn::Sub": "cdk-assets-\${AWS::AccountId}" }, "S3Key": "a.zip" },
    "Environment": { "Variables": { "QUEUE": { "Ref": "JobsD3F91562" } } }
   },
   "Metadata": { "aws:cdk:path": "App/Handler/Resource", "aws:asset:path": "asset.1", "aws:asset:property": "Code" }
  }
 },
 "Parameters": {
  "Stage": { "Type": "String", "Default": "dev" },
  "BootstrapVersion": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version" }
 },
 "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } }
}
`;

const YAML_TEMPLATE = `Resources:
  JobsD3F91562:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
    UpdateReplacePolicy: Delete
    Metadata:
      aws:cdk:path: App/Jobs/Resource
  Alarm7103F465:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Dimensions:
        - Name: QueueName
          Value:
            Fn::GetAtt:
              - JobsD3F91562
              - QueueName
    Metadata:
      aws:cdk:path: App/Alarm/Resource
`;

holdsTheContract(templates([cdk, sam]), [
  { name: 'a template of cdk.out', path: 'cdk.out/App.template.json', text: JSON_TEMPLATE, settable: 0 },
  { name: 'what cdk synth prints', path: 'template.yaml', text: YAML_TEMPLATE, settable: 0 },
]);
