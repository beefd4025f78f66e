import { get, literal, node, type Plain } from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import {
  ACCOUNT,
  byFunction,
  dependsOn,
  eventsOfType,
  joined,
  origin,
  PARTITION,
  permit,
  REGION,
  settingsOf,
} from '#frameworks/serverless/events/event';
import { normalized } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataNode } from '#syntax/document';

/** Source: `cloud-watch-log.js`, https://www.serverless.com/framework/docs/providers/aws/events/cloudwatch-log */
const ROWS: readonly Row[] = [row('logGroup', 'LogGroupName'), row('filter', 'FilterPattern')];

/** Log groups: `cloudwatchLog`. */
export function lowerLogSubscriptions(service: Service): void {
  for (const [fn, events] of byFunction(eventsOfType(service, 'cloudwatchLog'))) {
    const names: DataNode[] = [];
    for (const [index, event] of events.entries()) {
      const { at } = event;
      const settings = settingsOf(event, 'logGroup');
      const prefix = normalized(fn.key);
      const permission = `${prefix}LambdaPermissionLogsSubscriptionFilterCloudWatchLog`;
      const group = get(settings, 'logGroup');
      if (group) names.push(group);
      service.generate(
        fn,
        `${prefix}LogsSubscriptionFilterCloudWatchLog${index + 1}`,
        'AWS::Logs::SubscriptionFilter',
        {
          LogGroupName: group,
          FilterPattern: get(settings, 'filter') ?? '',
          DestinationArn: fn.target,
        },
        at,
        { ...origin(event, ROWS, { short: 'logGroup' }), attributes: dependsOn(at, permission, fn.alias?.logicalId) },
      );
      permit(service, event, permission, {
        Principal: joined('logs.', REGION, '.amazonaws.com'),
        SourceArn: joined('arn:', PARTITION, ':logs:', REGION, ':', ACCOUNT, ':log-group:', commonPrefix(names), ':*'),
      });
    }
  }
}

/** One permission serves all groups of a function: what their names begin with alike, and a star. */
function commonPrefix(names: readonly DataNode[]): Plain {
  const [first, ...rest] = names;
  if (!first) return '*';
  if (rest.length === 0) return first;
  let common = literal(first) ?? '';
  for (const name of rest) {
    const text = literal(name) ?? '';
    let length = 0;
    while (length < common.length && common[length] === text[length]) length += 1;
    common = common.slice(0, length);
  }
  return node(common.endsWith('*') ? common : `${common}*`, first.span);
}
