import { inlinePolicy, TAGS } from '#frameworks/terraform/types/rows';
import { companion, json, listed, resource, row, same, type Table } from '#frameworks/terraform/types/table';

/** SNS: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic and the pages beside it. */
export const sns: readonly Table[] = [
  resource(
    'aws_sns_topic',
    'AWS::SNS::Topic',
    [
      row('name', 'TopicName'),
      ...same('DisplayName FifoTopic ContentBasedDeduplication FifoThroughputScope KmsMasterKeyId'),
      ...same('SignatureVersion TracingConfig'),
      json('archive_policy', 'ArchivePolicy'),
      ...TAGS,
    ],
    {
      attributes: { arn: 'Ref', name: 'TopicName' },
      adds: inlinePolicy('AWS::SNS::TopicPolicy', 'PolicyDocument', 'Topics', true),
    },
  ),
  resource('aws_sns_topic_policy', 'AWS::SNS::TopicPolicy', [
    row('arn', 'Topics', listed),
    json('policy', 'PolicyDocument'),
  ]),
  companion(
    'aws_sns_topic_data_protection_policy',
    { types: ['aws_sns_topic'], argument: 'arn', named: 'name' },
    { as: 'merge' },
    [json('policy', 'DataProtectionPolicy')],
  ),
  resource(
    'aws_sns_topic_subscription',
    'AWS::SNS::Subscription',
    [
      ...same('TopicArn Protocol Endpoint FilterPolicyScope RawMessageDelivery SubscriptionRoleArn'),
      json('filter_policy', 'FilterPolicy'),
      json('redrive_policy', 'RedrivePolicy'),
      json('delivery_policy', 'DeliveryPolicy'),
      json('replay_policy', 'ReplayPolicy'),
    ],
    { attributes: { arn: 'Ref' } },
  ),
];
