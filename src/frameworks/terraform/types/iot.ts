import { flag, TAGS } from '#frameworks/terraform/types/rows';
import { blocks, json, negated, resource, row, same, type Table } from '#frameworks/terraform/types/table';

const ACTIONS = 'TopicRulePayload.Actions';

/** IoT Core: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iot_topic_rule and the pages beside it. */
export const iot: readonly Table[] = [
  resource('aws_iot_topic_rule', 'AWS::IoT::TopicRule', [
    row('name', 'RuleName'),
    row('sql', 'TopicRulePayload.Sql'),
    row('sql_version', 'TopicRulePayload.AwsIotSqlVersion'),
    row('description', 'TopicRulePayload.Description'),
    row('enabled', 'TopicRulePayload.RuleDisabled', negated),
    blocks('lambda', ACTIONS, [row('function_arn', 'Lambda.FunctionArn')]),
    blocks('sqs', ACTIONS, [row('queue_url', 'Sqs.QueueUrl'), row('role_arn', 'Sqs.RoleArn')]),
    blocks('sns', ACTIONS, [row('target_arn', 'Sns.TargetArn'), row('role_arn', 'Sns.RoleArn')]),
    blocks('s3', ACTIONS, [
      row('bucket_name', 'S3.BucketName'),
      row('key', 'S3.Key'),
      row('role_arn', 'S3.RoleArn'),
      row('canned_acl', 'S3.CannedAcl'),
    ]),
    blocks('kinesis', ACTIONS, [row('stream_name', 'Kinesis.StreamName'), row('role_arn', 'Kinesis.RoleArn')]),
    ...TAGS,
  ]),
  resource('aws_iot_policy', 'AWS::IoT::Policy', [row('name', 'PolicyName'), json('policy', 'PolicyDocument')], {
    attributes: { name: 'Ref' },
  }),
  resource('aws_iot_policy_attachment', 'AWS::IoT::PolicyPrincipalAttachment', [
    row('policy', 'PolicyName'),
    row('target', 'Principal'),
  ]),
  resource('aws_iot_thing', 'AWS::IoT::Thing', [row('name', 'ThingName')], { attributes: { name: 'Ref' } }),
  resource('aws_iot_certificate', 'AWS::IoT::Certificate', [
    row('csr', 'CertificateSigningRequest'),
    row('active', 'Status', flag('ACTIVE', 'INACTIVE')),
    ...same('CertificatePem'),
  ]),
];
