import { audienceOf, wider } from '#model/audience';
import type { Cloud } from '#model/cloud';
import type { Reach } from '#model/exposure';
import { resolve } from '#model/name';
import { once } from '#model/once';
import { listIn } from '#model/policy-document';
import type { Property } from '#model/property';
import type { Resource } from '#model/resource';

const FEEDING_ACTION: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'sqs:SendMessage',
  'AWS::SNS::Topic': 'sns:Publish',
  'AWS::S3::Bucket': 's3:PutObject',
  'AWS::Events::EventBus': 'events:PutEvents',
  'AWS::Kinesis::Stream': 'kinesis:PutRecord',
  'AWS::DynamoDB::Table': 'dynamodb:PutItem',
};

/** All actions that put something into something. */
export const FEEDING_ACTIONS: readonly string[] = Object.values(FEEDING_ACTION);

/** The action that puts something into a resource of the type; undefined for types that feed nothing. */
export function feedingAction(type: string): string | undefined {
  return FEEDING_ACTION[type];
}

/** A chain of queues and topics longer than this is not followed. */
const MAX_HOPS = 4;

/**
 * Who can put something into a queue, topic, bucket, bus or stream by its own policies: at least the application's own resources
 * (`service`), more when a policy lets others in, or when a topic that feeds it does.
 */
export function reachOfSource(cloud: Cloud, source: Resource | undefined): Reach {
  return source ? reachAfter(cloud, source, MAX_HOPS) : 'service';
}

function reachAfter(cloud: Cloud, source: Resource, hops: number): Reach {
  const action = FEEDING_ACTION[source.type];
  let reach: Reach = 'service';
  if (action) reach = wider(reach, audienceOf(cloud.policiesOn(source), action));
  if (hops === 0) return reach;
  for (const feeder of feeders(cloud).get(source.id) ?? []) reach = wider(reach, reachAfter(cloud, feeder, hops - 1));
  return reach;
}

/** The topics that deliver to each queue. */
const feeders = once((cloud: Cloud): ReadonlyMap<string, readonly Resource[]> => {
  const found = new Map<string, Resource[]>();
  for (const { endpoint, topic } of subscriptions(cloud)) {
    const queue = resolve(cloud, endpoint, 'AWS::SQS::Queue');
    if (!queue || !topic) continue;
    const known = found.get(queue.id);
    if (known) known.push(topic);
    else found.set(queue.id, [topic]);
  }
  return found;
});

/** One subscription to a topic, declared by itself or with the topic. */
export interface TopicSubscription {
  readonly by: Resource;
  readonly topic: Resource | undefined;
  readonly endpoint: Property;
}

/** All subscriptions that the templates declare. */
export const subscriptions = once((cloud: Cloud): readonly TopicSubscription[] => {
  const alone = cloud.all('AWS::SNS::Subscription').flatMap((by) => {
    const [topic] = by.at('TopicArn').map((arn) => resolve(cloud, arn, 'AWS::SNS::Topic'));
    return by.at('Endpoint').map((endpoint) => ({ by, topic, endpoint }));
  });
  const inline = cloud.all('AWS::SNS::Topic').flatMap((topic) =>
    topic
      .at('Subscription')
      .flatMap((list) => listIn(list, []))
      .flatMap((one) => (one as Property<{ readonly Endpoint?: string }>).at('Endpoint'))
      .map((endpoint) => ({ by: topic, topic, endpoint })),
  );
  return [...alone, ...inline];
});
