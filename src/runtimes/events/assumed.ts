import type { Trigger } from '#model/handler';
import { CLOUDFRONT, HTTP_API, REST_API } from '#runtimes/events/http';
import { DYNAMODB_STREAM, KINESIS, S3, SNS, SQS } from '#runtimes/events/messages';
import { fieldOf, list, PROVIDER, union } from '#runtimes/events/shape';

/**
 * What the event of a function holds of which no template shows who sends it: the fields that only a certain event has are read as
 * that event's; nothing is known of any other.
 */
export const ASSUMED: Trigger = {
  kind: 'direct',
  reach: 'unknown',
  label: 'whoever invokes it',
  entry: undefined,
  event: {
    control: 'provider',
    fields: {
      ...REST_API.fields,
      ...HTTP_API.fields,
      requestContext: union(fieldOf(REST_API, 'requestContext'), fieldOf(HTTP_API, 'requestContext')),
      Records: list({
        ...[SQS, SNS, S3, DYNAMODB_STREAM, KINESIS, CLOUDFRONT]
          .map((shape) => fieldOf(fieldOf(shape, 'Records'), '[]'))
          .reduce(union),
        rest: PROVIDER,
      }),
    },
    rest: PROVIDER,
  },
};
