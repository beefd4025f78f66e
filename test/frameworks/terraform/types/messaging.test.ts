import { describe, expect, it } from '@jest/globals';
import { declared } from '../configuration.js';

describe('a queue', () => {
  it('has its redrive policy as a map, from its own block or a companion', async () => {
    const resources = await declared(`
resource "aws_sqs_queue" "dead" {
  name                      = "dead"
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue" "a" {
  visibility_timeout_seconds = 60
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 5
  })
}

resource "aws_sqs_queue" "b" {
  kms_master_key_id = "alias/aws/sqs"
}

resource "aws_sqs_queue_redrive_policy" "b" {
  queue_url      = aws_sqs_queue.b.id
  redrive_policy = "{\\"deadLetterTargetArn\\":\\"\${aws_sqs_queue.dead.arn}\\",\\"maxReceiveCount\\":3}"
}
`);
    expect(resources).toEqual({
      'aws_sqs_queue.dead': { QueueName: 'dead', MessageRetentionPeriod: 1209600 },
      'aws_sqs_queue.a': {
        VisibilityTimeout: 60,
        RedrivePolicy: { deadLetterTargetArn: '${aws_sqs_queue.dead.Arn}', maxReceiveCount: 5 },
      },
      'aws_sqs_queue.b': {
        KmsMasterKeyId: 'alias/aws/sqs',
        RedrivePolicy: { deadLetterTargetArn: '${aws_sqs_queue.dead.Arn}', maxReceiveCount: 3 },
      },
    });
  });

  it('has a policy that stands in its block as one of its own', async () => {
    const resources = await declared(`
resource "aws_sqs_queue" "open" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:*", Resource = "*" }] })
}

resource "aws_sqs_queue" "other" {}

resource "aws_sqs_queue_policy" "other" {
  queue_url = aws_sqs_queue.other.url
  policy    = data.aws_iam_policy_document.send.json
}

data "aws_iam_policy_document" "send" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.other.arn]
    principals {
      type        = "Service"
      identifiers = ["sns.amazonaws.com"]
    }
  }
}
`);
    expect(resources['aws_sqs_queue.open/policy']).toMatchObject({
      Queues: ['${aws_sqs_queue.open}'],
      PolicyDocument: { Statement: [{ Principal: '*' }] },
    });
    expect(resources['aws_sqs_queue_policy.other']).toEqual({
      Queues: ['${aws_sqs_queue.other}'],
      PolicyDocument: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Service: ['sns.amazonaws.com'] },
            Action: ['sqs:SendMessage'],
            Resource: ['${aws_sqs_queue.other.Arn}'],
          },
        ],
      },
    });
  });
});

describe('topics and streams', () => {
  it('are what CloudFormation calls them', async () => {
    const resources = await declared(`
resource "aws_sns_topic" "events" {
  name              = "events"
  kms_master_key_id = aws_kms_key.main.id
}

resource "aws_sns_topic_subscription" "jobs" {
  topic_arn     = aws_sns_topic.events.arn
  protocol      = "sqs"
  endpoint      = "arn:aws:sqs:eu-west-1:111122223333:jobs"
  filter_policy = jsonencode({ kind = ["order"] })
}

resource "aws_kinesis_stream" "plain" {
  name            = "plain"
  shard_count     = 1
  encryption_type = "NONE"
}

resource "aws_kinesis_stream" "secret" {
  encryption_type  = "KMS"
  kms_key_id       = aws_kms_key.main.id
  retention_period = 48
}

resource "aws_kinesis_firehose_delivery_stream" "out" {
  name        = "out"
  destination = "extended_s3"
  kinesis_source_configuration {
    kinesis_stream_arn = aws_kinesis_stream.plain.arn
    role_arn           = "arn:aws:iam::111122223333:role/out"
  }
  extended_s3_configuration {
    bucket_arn         = "arn:aws:s3:::out"
    role_arn           = "arn:aws:iam::111122223333:role/out"
    buffering_interval = 60
    processing_configuration {
      enabled = true
      processors {
        type = "Lambda"
        parameters {
          parameter_name  = "LambdaArn"
          parameter_value = "arn:aws:lambda:eu-west-1:111122223333:function:shape"
        }
      }
    }
  }
}

resource "aws_kms_key" "main" {
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "main" {
  key_id = aws_kms_key.main.id
  policy = jsonencode({ Statement = [] })
}
`);
    const role = 'arn:aws:iam::111122223333:role/out';
    expect(resources).toEqual({
      'aws_sns_topic.events': { TopicName: 'events', KmsMasterKeyId: '${aws_kms_key.main}' },
      'aws_sns_topic_subscription.jobs': {
        TopicArn: '${aws_sns_topic.events}',
        Protocol: 'sqs',
        Endpoint: 'arn:aws:sqs:eu-west-1:111122223333:jobs',
        FilterPolicy: { kind: ['order'] },
      },
      'aws_kinesis_stream.plain': { Name: 'plain', ShardCount: 1 },
      'aws_kinesis_stream.secret': {
        RetentionPeriodHours: 48,
        StreamEncryption: { EncryptionType: 'KMS', KeyId: '${aws_kms_key.main}' },
      },
      'aws_kinesis_firehose_delivery_stream.out': {
        DeliveryStreamName: 'out',
        DeliveryStreamType: 'KinesisStreamAsSource',
        KinesisStreamSourceConfiguration: { KinesisStreamARN: '${aws_kinesis_stream.plain.Arn}', RoleARN: role },
        ExtendedS3DestinationConfiguration: {
          BucketARN: 'arn:aws:s3:::out',
          RoleARN: role,
          BufferingHints: { IntervalInSeconds: 60 },
          ProcessingConfiguration: {
            Enabled: true,
            Processors: [
              {
                Type: 'Lambda',
                Parameters: [
                  {
                    ParameterName: 'LambdaArn',
                    ParameterValue: 'arn:aws:lambda:eu-west-1:111122223333:function:shape',
                  },
                ],
              },
            ],
          },
        },
      },
      'aws_kms_key.main': { EnableKeyRotation: true, KeyPolicy: { Statement: [] } },
    });
  });
});
