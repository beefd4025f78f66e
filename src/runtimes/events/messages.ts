import type { EventShape } from '#model/handler';
import { all, fields, list, PROVIDER, SENDER, vouched } from '#runtimes/events/shape';

const ABOUT_RECORD =
  'eventID eventName eventVersion eventSource eventSourceARN awsRegion invokeIdentityArn userIdentity kinesisSchemaVersion';

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html#example-standard-queue-message-event */
export const SQS: EventShape = fields({
  Records: list(
    fields({
      ...all('messageId receiptHandle md5OfBody md5OfMessageAttributes eventSource eventSourceARN awsRegion', PROVIDER),
      ...all('body messageAttributes', SENDER),
      attributes: vouched(all('MessageGroupId MessageDeduplicationId', SENDER)),
    }),
  ),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html#sns-sample-event */
export const SNS: EventShape = fields({
  Records: list(
    fields({
      ...all('EventVersion EventSource EventSubscriptionArn', PROVIDER),
      Sns: vouched(all('Subject Message MessageAttributes', SENDER)),
    }),
  ),
});

/**
 * S3 refuses a key in which, read from the left, `..` ever outnumber the directories before them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
const KEY: EventShape = { ...SENDER, isBeneath: true };

/** Letters, digits and `.-*_/+%` are all that a key has while it is encoded. */
const URL_ENCODED: EventShape = {
  ...KEY,
  harmless: ['html', 'mail', 'xml', 'header', 'log', 'sql', 'command', 'template', 'format', 'xpath', 'ldap', 'csv'],
};

/**
 * Whoever puts an object chooses its key, which arrives URL-encoded; the bucket is the one that notifies.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export const S3: EventShape = fields({
  Records: list(
    vouched({
      s3: vouched({ object: vouched({ key: URL_ENCODED }) }),
    }),
  ),
});

/** Items are what was stored, by whomever. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html */
export const DYNAMODB_STREAM: EventShape = fields({
  Records: list(fields({ ...all(ABOUT_RECORD, PROVIDER), dynamodb: vouched(all('Keys NewImage OldImage', SENDER)) })),
});

/** https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html#services-kinesis-event-example */
export const KINESIS: EventShape = fields({
  Records: list(
    fields({
      ...all(ABOUT_RECORD, PROVIDER),
      kinesis: vouched(all('data partitionKey explicitHashKey', SENDER)),
    }),
  ),
});

/** https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html */
export const FIREHOSE: EventShape = fields({
  ...all('invocationId deliveryStreamArn sourceKinesisStreamArn region', PROVIDER),
  records: list(vouched({ data: SENDER, kinesisRecordMetadata: vouched({ partitionKey: SENDER }) })),
});

/** Records by topic and partition. https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html#msk-sample-event */
export const KAFKA: EventShape = fields({
  ...all('eventSource eventSourceArn bootstrapServers', PROVIDER),
  records: {
    control: 'provider',
    rest: list(vouched(all('key value headers', SENDER))),
  },
});

/** https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html */
export const MQ: EventShape = fields({
  ...all('eventSource eventSourceArn', PROVIDER),
  messages: list(
    fields(all('messageID destination timestamp brokerInTime brokerOutTime redelivered deliveryMode', PROVIDER)),
  ),
  rmqMessagesByQueue: {
    control: 'provider',
    rest: list(fields({ data: SENDER, redelivered: PROVIDER, basicProperties: SENDER })),
  },
});

/** https://docs.aws.amazon.com/lambda/latest/dg/with-documentdb.html */
export const DOCUMENTDB: EventShape = fields({
  ...all('eventSource eventSourceArn', PROVIDER),
  events: list(
    fields({
      event: fields({
        ...all('_id clusterTime operationType ns', PROVIDER),
        ...all('fullDocument documentKey updateDescription', SENDER),
      }),
    }),
  ),
});

/** Log events are whatever was logged. https://docs.aws.amazon.com/lambda/latest/dg/services-cloudwatchlogs.html */
export const LOGS: EventShape = fields({ awslogs: fields({ data: SENDER }) });

/** An event of EventBridge with the detail that somebody put. https://docs.aws.amazon.com/eventbridge/latest/ref/overiew-event-structure.html */
export const BUS: EventShape = vouched({ detail: SENDER, resources: SENDER });

/** An event of an AWS service; of S3 with the key that somebody chose. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export const SERVICE_EVENT: EventShape = vouched({ detail: vouched({ object: vouched({ key: KEY }) }) });
