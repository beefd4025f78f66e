import { createHash } from 'node:crypto';
import { get, literal, node, type Plain } from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import {
  ACCOUNT,
  byFunction,
  dependsOn,
  eventsOfType,
  type FilledEvent,
  isOpen,
  jsonOf,
  origin,
  PARTITION,
  permit,
  REGION,
  settingsOf,
  stateOf,
} from '#frameworks/serverless/events/event';
import { inputOf, transformerOf } from '#frameworks/serverless/events/schedules';
import { alphanumeric, normalized } from '#frameworks/serverless/naming';
import type { Service } from '#frameworks/serverless/service';
import type { DataNode } from '#syntax/document';

/** Source: `cloud-watch-event.js` */
const CLOUDWATCH_ROWS: readonly Row[] = [
  row('event', 'EventPattern'),
  row('name', 'Name'),
  row('description', 'Description'),
];

/** Source: `event-bridge/index.js`, https://www.serverless.com/framework/docs/providers/aws/events/event-bridge */
const EVENTBRIDGE_ROWS: readonly Row[] = [
  row('pattern', 'EventPattern'),
  row('schedule', 'ScheduleExpression'),
  row('eventBus', 'EventBusName'),
  row('name', 'Name'),
  row('description', 'Description'),
  row('deadLetterQueueArn', 'Targets.0.DeadLetterConfig.Arn'),
  row('retryPolicy.maximumEventAge', 'Targets.0.RetryPolicy.MaximumEventAgeInSeconds'),
  row('retryPolicy.maximumRetryAttempts', 'Targets.0.RetryPolicy.MaximumRetryAttempts'),
];

/** Rules of the default bus: `cloudwatchEvent`. */
export function lowerCloudWatchEvents(service: Service): void {
  for (const [fn, events] of byFunction(eventsOfType(service, 'cloudwatchEvent'))) {
    for (const [index, event] of events.entries()) {
      const { at } = event;
      const settings = settingsOf(event, 'event');
      const prefix = normalized(fn.key);
      const id = `${prefix}EventsRuleCloudWatchEvent${index + 1}`;
      service.generate(
        fn,
        id,
        'AWS::Events::Rule',
        {
          EventPattern: get(settings, 'event'),
          State: stateOf(get(settings, 'enabled'), at),
          Description: get(settings, 'description'),
          Name: get(settings, 'name'),
          Targets: [
            {
              Input: inputJson(get(settings, 'input')),
              InputPath: get(settings, 'inputPath'),
              InputTransformer: transformerOf(get(settings, 'inputTransformer')),
              Arn: fn.target,
              Id: `${fn.key}CloudWatchEvent`,
            },
          ],
        },
        at,
        { ...origin(event, CLOUDWATCH_ROWS), attributes: dependsOn(at, fn.alias?.logicalId) },
      );
      permit(service, event, `${prefix}LambdaPermissionEventsRuleCloudWatchEvent${index + 1}`, {
        Principal: 'events.amazonaws.com',
        SourceArn: { 'Fn::GetAtt': [id, 'Arn'] },
      });
    }
  }
}

function inputJson(input: DataNode | undefined): Plain | undefined {
  return input?.kind === 'scalar' || isOpen(input) ? input : input && jsonOf(input);
}

/** Rules and buses of EventBridge: `eventBridge`. */
export function lowerEventBridge(service: Service): void {
  for (const event of eventsOfType(service, 'eventBridge')) lowerRule(service, event);
}

function lowerRule(service: Service, event: FilledEvent): void {
  const { fn, at } = event;
  const settings = settingsOf(event, 'pattern');
  const number = event.index + 1;
  const stub = service.text([fn.name, `-rule-${number}`], at);
  const name = get(settings, 'name') ?? shortened(stub, `rule-${number}`);
  const { bus, made } = busOf(service, event, get(settings, 'eventBus'));
  const dead = get(settings, 'deadLetterQueueArn');
  const retry = get(settings, 'retryPolicy');
  const input = get(settings, 'input');
  const isDefault = literal(bus) === 'default';
  service.generate(
    fn,
    `${alphanumeric(literal(stub) ?? `${fn.key}-rule-${number}`)}EventBridgeRule`,
    'AWS::Events::Rule',
    {
      Description: get(settings, 'description'),
      EventBusName: isDefault ? undefined : bus,
      EventPattern: get(settings, 'pattern'),
      Name: name,
      ScheduleExpression: get(settings, 'schedule'),
      State: stateOf(get(settings, 'enabled'), at),
      Targets: [
        {
          Arn: fn.target,
          Id: shortened(service.text([name, '-target'], at), 'target'),
          RetryPolicy: retry && {
            MaximumEventAgeInSeconds: get(retry, 'maximumEventAge'),
            MaximumRetryAttempts: get(retry, 'maximumRetryAttempts'),
          },
          DeadLetterConfig: dead && { Arn: dead },
          Input: input && inputOf(input),
          InputPath: get(settings, 'inputPath'),
          InputTransformer: transformerOf(get(settings, 'inputTransformer')),
        },
      ],
    },
    at,
    { ...origin(event, EVENTBRIDGE_ROWS), attributes: dependsOn(at, made ?? fn.alias?.logicalId) },
  );
  const source: Plain = { 'Fn::Join': ['/', bus ? ['rule', bus, name] : ['rule', name]] };
  permit(service, event, `${normalized(fn.key)}EventBridgeLambdaPermission${number}`, {
    Principal: 'events.amazonaws.com',
    SourceArn: { 'Fn::Join': [':', ['arn', PARTITION, 'events', REGION, ACCOUNT, source]] },
  });
}

/** The name of the bus; one that is neither the default nor named by an ARN or an intrinsic function is made. */
function busOf(
  service: Service,
  event: FilledEvent,
  bus: DataNode | undefined,
): { readonly bus: DataNode | undefined; readonly made?: string } {
  const text = isOpen(bus) ? undefined : literal(bus);
  if (!bus || text === undefined) return { bus };
  if (text.startsWith('arn')) return { bus: node(text.slice(text.indexOf('/') + 1), bus.span) };
  if (text === 'default') return { bus };
  const made = `${normalized(text)}EventBridgeEventBus`;
  service.generate(event.fn, made, 'AWS::Events::EventBus', { Name: bus }, bus.span);
  return { bus, made };
}

const LIMIT = 64;

/** Names longer than EventBridge allows are cut, and told apart by a digest. Source: `event-bridge/utils.js` */
function shortened(name: DataNode, suffix: string): DataNode {
  const text = literal(name);
  if (text === undefined || text.length <= LIMIT) return name;
  const digest = createHash('md5').update(text).digest('hex');
  return node(`${text.slice(0, 31 - suffix.length)}${digest}-${suffix}`, name.span);
}
