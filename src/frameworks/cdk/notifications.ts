import { get, logicalIdOf } from '#frameworks/cloudformation/nodes';
import type { StackContext } from '#frameworks/cloudformation/stack';
import type { SetValue, Value } from '#model/value';

/**
 * What S3's own interface, which the CDK's custom resource calls, and CloudFormation call the same.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html
 */
const TARGETS: readonly {
  readonly list: string;
  readonly arn: string;
  readonly as: string;
  readonly target: string;
}[] = [
  { list: 'LambdaFunctionConfigurations', arn: 'LambdaFunctionArn', as: 'LambdaConfigurations', target: 'Function' },
  { list: 'QueueConfigurations', arn: 'QueueArn', as: 'QueueConfigurations', target: 'Queue' },
  { list: 'TopicConfigurations', arn: 'TopicArn', as: 'TopicConfigurations', target: 'Topic' },
];

/**
 * The notifications that buckets of a template get from custom resources (`bucket.addEventNotification`), by the bucket's
 * logical ID, in CloudFormation's words: a bucket's `NotificationConfiguration`.
 */
export function notificationsOf(context: StackContext): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  for (const declared of context.declared) {
    if (declared.type !== 'Custom::S3BucketNotifications') continue;
    const bucket = logicalIdOf(get(declared.node, 'Properties', 'BucketName'));
    const configuration = context.property(declared, 'NotificationConfiguration');
    if (bucket === undefined || configuration?.kind !== 'set') continue;
    const data = new Map<string, Value>(entriesOf(configuration));
    for (const { list, arn, as, target } of TARGETS) {
      const items = data.get(list);
      data.delete(list);
      if (items) data.set(as, inWords(items, arn, target));
    }
    found.set(bucket, { ...configuration, data });
  }
  return found;
}

/** A list of targets, each of which CloudFormation writes once for every event. */
function inWords(items: Value, arn: string, target: string): Value {
  if (items.kind !== 'set' || !Array.isArray(items.data)) return items;
  const data = items.data.flatMap((item: Value): Value[] => {
    if (item.kind !== 'set' || !(item.data instanceof Map)) return [item];
    const { [arn]: to, Events: events, Filter: filter } = Object.fromEntries<Value | undefined>(item.data);
    const each: readonly Value[] = events?.kind === 'set' && Array.isArray(events.data) ? events.data : [];
    return each.map((event): Value => {
      const made = new Map<string, Value>([['Event', event]]);
      if (to) made.set(target, to);
      if (filter) made.set('Filter', filterOf(filter));
      return { ...item, data: made };
    });
  });
  return { ...items, data };
}

/** `Key.FilterRules` is `S3Key.Rules`. */
function filterOf(filter: Value): Value {
  const [key] = entriesOf(filter).filter(([name]) => name === 'Key');
  const [rules] = key ? entriesOf(key[1]).filter(([name]) => name === 'FilterRules') : [];
  if (!rules || filter.kind !== 'set') return filter;
  const within: SetValue = { ...filter, data: new Map([['Rules', rules[1]]]) };
  return { ...filter, data: new Map([['S3Key', within]]) };
}

function entriesOf(value: Value): readonly (readonly [string, Value])[] {
  return value.kind === 'set' && value.data instanceof Map ? [...(value.data as ReadonlyMap<string, Value>)] : [];
}
