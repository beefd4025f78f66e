import { describe, expect, it } from '@jest/globals';
import { Cloud } from '#model/cloud';
import { keepsFailures, unusedDeadLetterQueues } from '#model/dead-letters';
import { allEventSources } from '#model/links';
import { att, type PlainResource, ref, stackOf, sub } from './build.js';

const queue = (properties: PlainResource['Properties'] = {}): PlainResource => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
});

describe('a queue that keeps failures', () => {
  const cloud = new Cloud([
    stackOf({
      Orders: queue({ RedrivePolicy: { deadLetterTargetArn: att('Unprocessed'), maxReceiveCount: 5 } }),
      Unprocessed: queue(),
      Returns: queue({ QueueName: 'returns.fifo', FifoQueue: true }),
      ReturnsDLQ: queue({ FifoQueue: true }),
      OrdersDeadLetters: queue(),
      Named: queue({ QueueName: 'orders-dead-letter' }),
      Rejected: queue(),
      Fn: { Type: 'AWS::Lambda::Function', Properties: { DeadLetterConfig: { TargetArn: att('Rejected') } } },
    }),
  ]);
  const find = (name: string) => {
    const found = cloud.all('AWS::SQS::Queue').find(({ logicalId }) => logicalId === name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };

  it.each(['Unprocessed', 'Rejected', 'OrdersDeadLetters', 'Named'])(
    'is one that something names or that is named so: %s',
    (name) => expect(keepsFailures(cloud, find(name))).toBe(true),
  );

  it('is not one that only has some', () => {
    expect(keepsFailures(cloud, find('Orders'))).toBe(false);
  });

  it('can be used by a queue of its kind', () => {
    expect(unusedDeadLetterQueues(cloud, find('Returns')).map(({ logicalId }) => logicalId)).toEqual(['ReturnsDLQ']);
    expect(unusedDeadLetterQueues(cloud, find('Orders')).map(({ logicalId }) => logicalId)).toEqual([
      'OrdersDeadLetters',
      'Named',
    ]);
  });
});

describe('what an event source polls', () => {
  const service = (arn: NonNullable<PlainResource['Properties']>[string]) =>
    allEventSources(
      new Cloud([
        stackOf({
          Fn: { Type: 'AWS::Lambda::Function' },
          Queue: queue(),
          Table: { Type: 'AWS::DynamoDB::Table' },
          Map: {
            Type: 'AWS::Lambda::EventSourceMapping',
            Properties: { FunctionName: ref('Fn'), EventSourceArn: arn },
          },
        }),
      ]),
    ).map((one) => one.service);

  it.each([
    [att('Queue'), 'sqs'],
    [att('Table', 'StreamArn'), 'dynamodb'],
    [sub('arn:${AWS::Partition}:kinesis:${AWS::Region}:123456789012:stream/clicks'), 'kinesis'],
    [sub('arn:aws:kafka:eu-west-1:123456789012:cluster/a/b'), undefined],
    [ref('SomeParameter'), undefined],
  ])('%j is %s', (arn, expected) => expect(service(arn)).toEqual([expected]));
});
