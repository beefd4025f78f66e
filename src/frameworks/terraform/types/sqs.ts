import { inlinePolicy, TAGS } from '#frameworks/terraform/types/rows';
import { companion, json, listed, resource, row, same, type Table } from '#frameworks/terraform/types/table';

const OF_QUEUE = { types: ['aws_sqs_queue'], argument: 'queue_url', named: 'name' } as const;

/** SQS: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue and the pages beside it. */
export const sqs: readonly Table[] = [
  resource(
    'aws_sqs_queue',
    'AWS::SQS::Queue',
    [
      row('name', 'QueueName'),
      row('visibility_timeout_seconds', 'VisibilityTimeout'),
      row('message_retention_seconds', 'MessageRetentionPeriod'),
      row('max_message_size', 'MaximumMessageSize'),
      row('receive_wait_time_seconds', 'ReceiveMessageWaitTimeSeconds'),
      ...same('DelaySeconds FifoQueue ContentBasedDeduplication DeduplicationScope FifoThroughputLimit'),
      ...same('SqsManagedSseEnabled KmsMasterKeyId KmsDataKeyReusePeriodSeconds'),
      json('redrive_policy', 'RedrivePolicy'),
      json('redrive_allow_policy', 'RedriveAllowPolicy'),
      ...TAGS,
    ],
    {
      attributes: { url: 'Ref', name: 'QueueName' },
      adds: inlinePolicy('AWS::SQS::QueuePolicy', 'PolicyDocument', 'Queues', true),
    },
  ),
  resource('aws_sqs_queue_policy', 'AWS::SQS::QueuePolicy', [
    row('queue_url', 'Queues', listed),
    json('policy', 'PolicyDocument'),
  ]),
  companion('aws_sqs_queue_redrive_policy', OF_QUEUE, { as: 'merge' }, [json('redrive_policy', 'RedrivePolicy')]),
  companion('aws_sqs_queue_redrive_allow_policy', OF_QUEUE, { as: 'merge' }, [
    json('redrive_allow_policy', 'RedriveAllowPolicy'),
  ]),
];
