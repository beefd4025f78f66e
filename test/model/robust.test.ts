import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Cloud } from '#model/cloud';
import { escalations } from '#model/escalation';
import { att, NO_VALUE, type Plain, type PlainResource, ref, stackOf, sub, UNKNOWN, when } from './build.js';

/** The words that the model looks for, so that random values get past the first question. */
const KEYS = [
  ...['PolicyDocument', 'AssumeRolePolicyDocument', 'Policies', 'Policy', 'Statement', 'Effect', 'Action', 'NotAction'],
  ...['Resource', 'Principal', 'Condition', 'StringEquals', 'AWS', 'Service', 'Roles', 'Role', 'ManagedPolicyArns'],
  ...[
    'FunctionName',
    'Targets',
    'Arn',
    'Body',
    'paths',
    '/x',
    'get',
    'security',
    'x-amazon-apigateway-integration',
    'uri',
  ],
  ...[
    'Integration',
    'Uri',
    'RestApiId',
    'ResourceId',
    'ParentId',
    'EventSourceArn',
    'DefinitionString',
    'LambdaConfig',
  ],
  ...[
    'NotificationConfiguration',
    'LambdaConfigurations',
    'Function',
    'Queues',
    'TopicArn',
    'Endpoint',
    'Dimensions',
    'Value',
  ],
];
const TYPES = [
  ...['Lambda::Function', 'Lambda::Permission', 'Lambda::Url', 'Lambda::EventSourceMapping', 'Lambda::Alias'],
  ...[
    'IAM::Role',
    'IAM::Policy',
    'IAM::ManagedPolicy',
    'SQS::Queue',
    'SQS::QueuePolicy',
    'SNS::Topic',
    'SNS::TopicPolicy',
  ],
  ...['SNS::Subscription', 'S3::Bucket', 'S3::BucketPolicy', 'ApiGateway::RestApi', 'ApiGateway::Method'],
  ...['ApiGateway::Resource', 'ApiGatewayV2::Api', 'ApiGatewayV2::Route', 'Events::Rule', 'Events::EventBusPolicy'],
  ...['StepFunctions::StateMachine', 'Cognito::UserPool', 'CloudWatch::Alarm', 'KMS::Key', 'Logs::LogGroup'],
].map((type) => `AWS::${type}`);
const IDS = ['A', 'B', 'C', 'D'];

const leaf: fc.Arbitrary<Plain> = fc.oneof(
  fc.constantFrom<Plain>(
    'Allow',
    'Deny',
    '*',
    's3:*',
    'NONE',
    'arn:aws:s3:::x',
    '{"Statement":[{"Effect":"Allow"}]}',
    '{',
    1,
  ),
  fc.constantFrom<Plain>(true, null, UNKNOWN, NO_VALUE, ref('AWS::Region'), ...IDS.flatMap((id) => [ref(id), att(id)])),
  fc.constantFrom(...IDS).map((id) => sub(`arn:aws:x:\${AWS::Region}::\${${id}}/*`)),
);
const value = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 4 }),
    fc.tuple(fc.constantFrom('X', 'Y'), tie('value'), tie('value')).map(([condition, a, b]) => when(condition, a, b)),
  ),
})).value;
const resource: fc.Arbitrary<PlainResource> = fc.record({
  Type: fc.constantFrom(...TYPES),
  Properties: fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 6 }),
});

describe('the model, whatever a template says', () => {
  it('answers every question without an error', () => {
    fc.assert(
      fc.property(fc.tuple(resource, resource, resource, resource), (four) => {
        const cloud = new Cloud([stackOf(Object.fromEntries(four.map((one, index) => [IDS[index] ?? 'E', one])))]);
        escalations(cloud.statements);
        for (const statement of cloud.statements) expect(cloud.resources).toContain(statement.carrier);
        if (cloud.allEntries.length > 0) expect(cloud.allEntries.map((entry) => entry.label)).not.toContain('');
        for (const one of cloud.resources) {
          cloud.policiesOn(one);
          cloud.referrers(one);
          cloud.writersTo(one);
          cloud.alarmsOn(one);
          cloud.functionsOf(one);
          if (one.isA('AWS::Lambda::Function')) {
            cloud.grants(one);
            cloud.reach(one);
            cloud.logGroupOf(one);
            cloud.eventSources(one);
            cloud.invokeConfigs(one);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
