import {
  asMap,
  callOf,
  dataOf,
  get,
  itemsOf,
  literal,
  node,
  type Plain,
  scalar,
  stringOf,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import {
  ACCOUNT,
  byFunction,
  dependsOn,
  eventsOfType,
  type FilledEvent,
  isOpen,
  joined,
  jsonOf,
  origin,
  PARTITION,
  permit,
  REGION,
  settingsOf,
  stateOf,
} from '#frameworks/serverless/events/event';
import { normalized, ROLE } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataNode, MapNode } from '#syntax/document';

/** Source: `schedule.js`, https://www.serverless.com/framework/docs/providers/aws/events/schedule */
const RULE_ROWS: readonly Row[] = [row('name', 'Name'), row('description', 'Description')];
const SCHEDULER_ROWS: readonly Row[] = [
  ...RULE_ROWS,
  row('timezone', 'ScheduleExpressionTimezone'),
  row('input', 'Target.Input'),
];

/** Timers: `schedule`, as a rule of EventBridge or a schedule of its Scheduler. */
export function lowerSchedules(service: Service): void {
  let schedules = false;
  for (const [fn, events] of byFunction(eventsOfType(service, 'schedule'))) {
    let number = 0;
    let own = false;
    for (const event of events) {
      const settings = settingsOf(event, 'rate');
      const isScheduler = literal(get(settings, 'method')) === 'scheduler';
      own ||= isScheduler;
      for (const rate of itemsOf(get(settings, 'rate'))) {
        number += 1;
        if (isScheduler) lowerSchedule(service, event, settings, rate, number);
        else lowerTimer(service, event, settings, rate, number);
      }
    }
    if (!own) continue;
    schedules = true;
    const { at } = fn;
    service.grant(
      fn,
      {
        Effect: 'Allow',
        Action: ['lambda:InvokeFunction'],
        Resource: ['', ':*'].map((suffix) => functionArn(fn.name, suffix)),
      },
      at,
    );
  }
  if (schedules) service.trust('scheduler.amazonaws.com');
}

/** The ARN of a function by its name. */
function functionArn(name: DataNode, suffix: string): Plain {
  const text = literal(name);
  const arn = 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:';
  if (text !== undefined) return { 'Fn::Sub': `${arn}${text}${suffix}` };
  return joined('arn:', PARTITION, ':lambda:', REGION, ':', ACCOUNT, ':function:', name, suffix);
}

function lowerTimer(service: Service, event: FilledEvent, settings: MapNode, rate: DataNode, number: number): void {
  const { fn, at } = event;
  const prefix = normalized(fn.key);
  const id = `${prefix}EventsRuleSchedule${number}`;
  service.generate(
    fn,
    id,
    'AWS::Events::Rule',
    {
      ScheduleExpression: rate,
      State: stateOf(get(settings, 'enabled'), at),
      Name: get(settings, 'name'),
      Description: get(settings, 'description'),
      Targets: [
        {
          Input: inputOf(get(settings, 'input')),
          InputPath: get(settings, 'inputPath'),
          InputTransformer: transformerOf(get(settings, 'inputTransformer')),
          Arn: fn.target,
          Id: `${fn.key}Schedule`,
        },
      ],
    },
    at,
    {
      ...origin(event, RULE_ROWS, { short: (text) => ({ rate: [text] }) }),
      attributes: dependsOn(at, fn.alias?.logicalId),
    },
  );
  permit(service, event, `${prefix}LambdaPermissionEventsRuleSchedule${number}`, {
    Principal: 'events.amazonaws.com',
    SourceArn: { 'Fn::GetAtt': [id, 'Arn'] },
  });
}

function lowerSchedule(service: Service, event: FilledEvent, settings: MapNode, rate: DataNode, number: number): void {
  const { fn, at } = event;
  service.generate(
    fn,
    `${normalized(fn.key)}SchedulerSchedule${number}`,
    'AWS::Scheduler::Schedule',
    {
      ScheduleExpression: rate,
      State: stateOf(get(settings, 'enabled'), at),
      Target: {
        Arn: fn.target,
        RoleArn: get(service.lowered.get(fn.logicalId)?.properties, 'Role') ?? { 'Fn::GetAtt': [ROLE, 'Arn'] },
        Input: inputOf(get(settings, 'input')),
      },
      FlexibleTimeWindow: { Mode: 'OFF' },
      Name: get(settings, 'name'),
      Description: get(settings, 'description'),
      ScheduleExpressionTimezone: get(settings, 'timezone'),
    },
    at,
    { ...origin(event, SCHEDULER_ROWS), attributes: dependsOn(at, fn.alias?.logicalId) },
  );
}

/** A map is written as JSON, the JSON text of its `body` parsed. */
export function inputOf(input: DataNode | undefined): Plain | undefined {
  const map = asMap(input);
  if (!map) return input;
  const body = stringOf(get(map, 'body'));
  if (body === undefined) return jsonOf(map);
  try {
    return scalar(JSON.stringify({ ...(dataOf(map) as object), body: JSON.parse(body) }), map.span);
  } catch {
    return jsonOf(map);
  }
}

/** `inputTransformer` with the names of CloudFormation. */
export function transformerOf(of: DataNode | undefined): Plain | undefined {
  if (!of || isOpen(of) || callOf(of)) return of;
  return node({ InputTemplate: get(of, 'inputTemplate'), InputPathsMap: get(of, 'inputPathsMap') }, of.span);
}
