import {
  asMap,
  callOf,
  entriesOf,
  get,
  isTruthy,
  itemsOf,
  literal,
  mapOf,
  node,
  type Plain,
  sameData,
} from '#frameworks/cloudformation/nodes';
import { type Row, row } from '#frameworks/cloudformation/rows';
import { dependsOn, type FilledEvent, isFalse, stateOf } from '#frameworks/serverless/events/event';
import { inputOf, transformerOf } from '#frameworks/serverless/events/schedules';
import { lambdaLogicalId, normalized } from '#frameworks/serverless/naming';
import { type TaskGrant, taskGrants } from '#frameworks/serverless/plugins/task-grants';
import type { Service, ServiceFunction } from '#frameworks/serverless/service';
import type { Span } from '#source/span';
import type { DataEntry, DataNode, MapNode } from '#syntax/document';

/** Source: https://github.com/serverless-operations/serverless-step-functions */
const MACHINE_ROWS: readonly Row[] = [
  row('name', 'StateMachineName'),
  row('type', 'StateMachineType'),
  row('loggingConfig.level', 'LoggingConfiguration.Level'),
  row('loggingConfig.includeExecutionData', 'LoggingConfiguration.IncludeExecutionData'),
  row('tracingConfig.enabled', 'TracingConfiguration.Enabled'),
];
const RULE_ROWS: readonly Row[] = [row('name', 'Name'), row('description', 'Description')];

/** Actions of every log destination of a state machine. */
const LOG_ACTIONS = [
  'logs:CreateLogDelivery',
  'logs:GetLogDelivery',
  'logs:UpdateLogDelivery',
  'logs:DeleteLogDelivery',
  'logs:ListLogDeliveries',
  'logs:PutResourcePolicy',
  'logs:DescribeResourcePolicies',
  'logs:DescribeLogGroups',
];
const TRACE_ACTIONS = [
  'xray:PutTraceSegments',
  'xray:PutTelemetryRecords',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
];

interface Machine {
  /** Its key in `stateMachines`. */
  readonly key: string;
  readonly id: string;
  readonly at: Span;
  readonly settings: MapNode;
}

/** The state machines of serverless-step-functions, with their roles and what starts them. */
export function lowerStateMachines(service: Service): void {
  for (const entry of entriesOf(get(service.root, 'stepFunctions', 'stateMachines'))) {
    const machine = machineOf(entry);
    if (!machine) {
      service.tell(entry.keySpan, `The state machine ${entry.key} was not looked at: it is not written as a map.`);
      continue;
    }
    lowerMachine(service, machine, entry);
    lowerEvents(service, machine);
  }
  for (const [index, activity] of itemsOf(get(service.root, 'stepFunctions', 'activities')).entries())
    service.generate(
      undefined,
      `${normalized(literal(activity) ?? `Activity${index}`)}StepFunctionsActivity`,
      'AWS::StepFunctions::Activity',
      { Name: activity },
      activity.span,
    );
}

function machineOf(entry: DataEntry): Machine | undefined {
  const settings = asMap(entry.value);
  return settings && { key: entry.key, id: idOf(entry, settings), at: entry.keySpan, settings };
}

const API_ROLE = 'ApigatewayToStepFunctionsRole';

/** The `http` events of state machines, which become routes of the same REST API; emits the role that starts the machines. */
export function machineRoutes(service: Service): readonly FilledEvent[] {
  const found: FilledEvent[] = [];
  const actions = new Set(['states:StartExecution']);
  for (const entry of entriesOf(get(service.root, 'stepFunctions', 'stateMachines'))) {
    const machine = machineOf(entry);
    if (!machine) continue;
    const { key, id, at, settings } = machine;
    const fn: ServiceFunction = {
      key,
      logicalId: id,
      at,
      extent: entry.value.span,
      node: settings,
      name: get(settings, 'name') ?? node(key, at),
      events: [],
      target: { Ref: id },
    };
    for (const [index, item] of itemsOf(get(settings, 'events')).entries()) {
      const [event] = entriesOf(item);
      if (event?.key !== 'http') continue;
      const action = literal(get(event.value, 'action')) ?? 'StartExecution';
      const role: Plain = get(event.value, 'iamRole') ?? { 'Fn::GetAtt': [API_ROLE, 'Arn'] };
      actions.add(`states:${action}`);
      found.push({ fn, type: 'http', at: event.keySpan, value: event.value, index, starts: { action, role } });
    }
  }
  const shared = found.find(({ value }) => !get(value, 'iamRole'));
  if (shared) {
    const { at } = shared;
    const statement = node({ Effect: 'Allow', Action: [...actions], Resource: '*' }, at);
    // Which machines the API may start is the plugin's choice.
    const place: RolePlace = { id: API_ROLE, for: API_ROLE, at, principal: 'apigateway.amazonaws.com' };
    emitRole(service, place, 'apigatewaytostepfunctions', [statement]);
  }
  return found;
}

function idOf({ key }: DataEntry, settings: MapNode): string {
  const own = literal(get(settings, 'id')) ?? literal(get(settings, 'name'));
  return own === undefined ? `${normalized(key)}StepFunctionsStateMachine` : normalized(own);
}

function lowerMachine(service: Service, machine: Machine, { value }: DataEntry): void {
  const { key, id, at, settings } = machine;
  const role = `${id}Role`;
  const given = get(settings, 'role');
  const definition = get(settings, 'definition');
  const translated = definition && withFunctions(service, definition, 0);
  const logging = asMap(get(settings, 'loggingConfig'));
  const tracing = asMap(get(settings, 'tracingConfig'));
  const kms = get(settings, 'encryptionConfig', 'KmsKeyId');
  const inherits = !isFalse(get(settings, 'inheritGlobalTags'));
  const tags = [...(inherits ? entriesOf(get(service.provider, 'tags')) : []), ...entriesOf(get(settings, 'tags'))].map(
    (tag) => ({ Key: tag.key, Value: tag.value }),
  );
  const waits = itemsOf(get(settings, 'dependsOn')).map(literal);
  service.emit({
    id,
    type: 'AWS::StepFunctions::StateMachine',
    name: key,
    at,
    extent: value.span,
    properties: mapOf(
      {
        // The plugin writes the definition as text; kept as data, its parts keep their places.
        ...(translated?.kind === 'scalar' ? { DefinitionString: translated } : { Definition: translated }),
        RoleArn: given ?? { 'Fn::GetAtt': [role, 'Arn'] },
        StateMachineType: get(settings, 'type'),
        StateMachineName: get(settings, 'name'),
        LoggingConfiguration: logging && loggingOf(logging),
        TracingConfiguration: tracing && node({ Enabled: get(tracing, 'enabled') ?? false }, tracing.span),
        EncryptionConfiguration: kms && {
          KmsKeyId: { 'Fn::Sub': kms },
          KmsDataKeyReusePeriodSeconds: get(settings, 'encryptionConfig', 'KmsDataKeyReusePeriodSeconds') ?? 900,
          Type: get(settings, 'encryptionConfig', 'Type') ?? 'AWS_OWNED_KEY',
        },
        Tags: tags.length > 0 ? tags : undefined,
      },
      at,
    ),
    attributes: [
      ...dependsOn(at, given ? undefined : role, ...waits),
      ...(isTruthy(get(settings, 'retain')) ? [{ key: 'DeletionPolicy', keySpan: at, value: node('Retain', at) }] : []),
    ],
    origin: [{ base: settings, rows: MACHINE_ROWS }],
  });
  if (!given && translated) lowerRole(service, machine, role, translated);
}

function loggingOf(logging: MapNode): DataNode {
  const destinations = get(logging, 'destinations');
  return node(
    {
      Level: get(logging, 'level') ?? 'OFF',
      IncludeExecutionData: get(logging, 'includeExecutionData') ?? false,
      Destinations: destinations
        ? itemsOf(destinations).map((arn) => ({ CloudWatchLogsLogGroup: { LogGroupArn: arn } }))
        : undefined,
    },
    logging.span,
  );
}

const MAX_DEPTH = 200;

/** A definition refers to the functions of the service by their keys as well. */
function withFunctions(service: Service, of: DataNode, depth: number): DataNode {
  if (depth > MAX_DEPTH || of.kind === 'scalar') {
    const call = callOf(of);
    const key = call && literal(call.argument);
    if (call?.name === 'Ref' && key !== undefined && service.functions.has(key))
      return node({ Ref: lambdaLogicalId(key) }, of.span);
    if (call?.name === 'Fn::GetAtt' && key !== undefined && service.functions.has(key.split('.')[0] ?? ''))
      return node(
        { 'Fn::GetAtt': [lambdaLogicalId(key.split('.')[0] ?? ''), key.split('.').slice(1).join('.')] },
        of.span,
      );
    return of;
  }
  const call = callOf(of);
  if (call?.name === 'Ref' && service.functions.has(literal(call.argument) ?? ''))
    return node({ Ref: lambdaLogicalId(literal(call.argument) ?? '') }, of.span);
  if (call?.name === 'Fn::GetAtt') {
    const [name, attribute] = itemsOf(call.argument);
    const key = literal(name) ?? '';
    return service.functions.has(key) && attribute
      ? node({ 'Fn::GetAtt': [lambdaLogicalId(key), attribute] }, of.span)
      : of;
  }
  if (of.kind === 'list') {
    const items = of.items.map((item) => withFunctions(service, item, depth + 1));
    return items.every((item, index) => item === of.items[index]) ? of : { ...of, items };
  }
  const entries = of.entries.map((entry) => {
    const value = withFunctions(service, entry.value, depth + 1);
    return value === entry.value ? entry : { ...entry, value };
  });
  return entries.every((entry, index) => entry === of.entries[index]) ? of : { ...of, entries };
}

function lowerRole(service: Service, { key, id, at, settings }: Machine, role: string, definition: DataNode): void {
  const name = literal(get(settings, 'name')) ?? key;
  const grants = [
    ...taskGrants(definition, name, (state) =>
      service.tell(
        get(state, 'Resource')?.span ?? state.span,
        `The plugin of state machines grants nothing for a task of ${key}: what its role may do was not wholly looked at.`,
      ),
    ),
  ];
  const any = (setting: string, actions: readonly string[]): void => {
    const written = get(settings, setting);
    if (written) grants.push({ actions, resources: ['*'], at: written.span });
  };
  any('loggingConfig', LOG_ACTIONS);
  any('tracingConfig', TRACE_ACTIONS);
  const kms = get(settings, 'encryptionConfig', 'KmsKeyId');
  if (kms) grants.push({ actions: ['kms:Decrypt', 'kms:Encrypt'], resources: [{ 'Fn::Sub': kms }], at: kms.span });
  const statements = consolidated(grants).map(({ actions, resources, at: place }) => {
    const isAny = resources.some((one) => one === '*');
    return node({ Effect: 'Allow', Action: actions, Resource: isAny ? '*' : resources }, place);
  });
  const own = itemsOf(get(settings, 'iamRoleStatements'));
  const all = [...statements, ...own];
  const nothing = node({ Effect: 'Deny', Action: '*', Resource: '*' }, at);
  emitRole(
    service,
    { id: role, for: id, at, principal: { 'Fn::Sub': 'states.${AWS::Region}.amazonaws.com' } },
    service.text([service.stage, '-', service.name, '-statemachine'], at),
    all.length > 0 ? all : [nothing],
    own.length > 0 || get(settings, 'iamRoleStatements') ? settings : undefined,
  );
}

/** Grants with the same actions become one, then those on the same resources. */
function consolidated(grants: readonly TaskGrant[]): readonly TaskGrant[] {
  const byActions = new Map<string, TaskGrant>();
  for (const grant of grants) {
    const key = grant.actions.join();
    const before = byActions.get(key);
    byActions.set(key, before ? { ...before, resources: union(before.resources, grant.resources, grant.at) } : grant);
  }
  const byResources: TaskGrant[] = [];
  for (const grant of byActions.values()) {
    const resources = grant.resources.includes('*') ? ['*'] : grant.resources;
    const index = byResources.findIndex((one) => same(one.resources, resources, grant.at));
    const before = byResources[index];
    if (!before) byResources.push({ ...grant, resources });
    else byResources[index] = { ...before, actions: [...new Set([...before.actions, ...grant.actions])] };
  }
  return byResources;
}

function union(a: readonly Plain[], b: readonly Plain[], at: Span): readonly Plain[] {
  return [...a, ...b.filter((one) => !a.some((other) => sameData(node(one, at), node(other, at))))];
}

function same(a: readonly Plain[], b: readonly Plain[], at: Span): boolean {
  return sameData(node(a, at), node(b, at));
}

interface RolePlace {
  readonly id: string;
  /** The logical ID of what it is made for. */
  readonly for: string;
  readonly at: Span;
  readonly principal: Plain;
}

function emitRole(
  service: Service,
  place: RolePlace,
  policy: Plain,
  statements: readonly DataNode[],
  written?: MapNode,
): void {
  const { at } = place;
  service.emit({
    id: place.id,
    type: 'AWS::IAM::Role',
    at,
    extent: at,
    properties: mapOf(
      {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: place.principal }, Action: 'sts:AssumeRole' }],
        },
        Policies: [{ PolicyName: policy, PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
        Path: get(service.provider, 'iam', 'role', 'path'),
        PermissionsBoundary: get(service.provider, 'rolePermissionsBoundary'),
      },
      at,
    ),
    attributes: [],
    generatedBy: place.for,
    ...(written ? { origin: [{ base: written, rows: [] }] } : {}),
  });
}

function lowerEvents(service: Service, machine: Machine): void {
  let schedules = 0;
  let rules = 0;
  for (const item of itemsOf(get(machine.settings, 'events'))) {
    const [entry] = entriesOf(item);
    if (!entry) continue;
    if (entry.key === 'schedule') {
      schedules += 1;
      lowerSchedule(service, machine, entry, schedules);
    } else if (entry.key === 'cloudwatchEvent' || entry.key === 'eventBridge') {
      rules += 1;
      lowerRule(service, machine, entry, rules);
    } else if (entry.key !== 'http') {
      const told = `State machines have no event type \`${entry.key}\`: the event of ${machine.key} was left out.`;
      service.tell(entry.keySpan, told);
    }
  }
}

/** The role by which a service starts the machine. */
function starter(service: Service, machine: Machine, id: string, principal: string, word: string, at: Span): Plain {
  const statement = node({ Effect: 'Allow', Action: ['states:StartExecution'], Resource: { Ref: machine.id } }, at);
  const { stage, region, name } = service;
  const policy = service.text([stage, '-', region, '-', name, `-${machine.key}-${word}`], at);
  emitRole(service, { id, for: machine.id, at, principal }, policy, [statement]);
  return { 'Fn::GetAtt': [id, 'Arn'] };
}

function lowerSchedule(service: Service, machine: Machine, { value, keySpan: at }: DataEntry, number: number): void {
  const settings = asMap(value) ?? mapOf({ rate: value }, value.span);
  const isScheduler = literal(get(settings, 'method')) === 'scheduler';
  const prefix = normalized(machine.key);
  const principal = isScheduler ? 'scheduler.amazonaws.com' : 'events.amazonaws.com';
  const role: Plain =
    get(settings, 'role') ??
    starter(service, machine, `${prefix}ScheduleToStepFunctionsRole`, principal, 'schedule', at);
  const retry = get(settings, 'retryPolicy');
  const target = {
    Arn: { Ref: machine.id },
    RoleArn: role,
    Input: inputOf(get(settings, 'input')),
    RetryPolicy: retry && {
      MaximumEventAgeInSeconds: get(retry, 'maximumEventAgeInSeconds'),
      MaximumRetryAttempts: get(retry, 'maximumRetryAttempts'),
    },
  };
  const shared = {
    ScheduleExpression: get(settings, 'rate'),
    State: stateOf(get(settings, 'enabled'), at),
    Name: get(settings, 'name'),
    Description: get(settings, 'description'),
  };
  service.emit({
    id: `${prefix}StepFunctions${isScheduler ? 'Scheduler' : 'EventsRule'}Schedule${number}`,
    type: isScheduler ? 'AWS::Scheduler::Schedule' : 'AWS::Events::Rule',
    at,
    extent: at,
    properties: mapOf(
      isScheduler
        ? {
            ...shared,
            ScheduleExpressionTimezone: get(settings, 'timezone'),
            Target: target,
            FlexibleTimeWindow: { Mode: 'OFF' },
          }
        : {
            ...shared,
            Targets: [
              {
                ...target,
                InputPath: get(settings, 'inputPath'),
                InputTransformer: transformerOf(get(settings, 'inputTransformer')),
                Id: `${machine.key}StepFunctionsSchedule`,
              },
            ],
          },
      at,
    ),
    attributes: [],
    generatedBy: machine.id,
    origin: [{ base: value, rows: RULE_ROWS }],
  });
}

function lowerRule(service: Service, machine: Machine, { value, keySpan: at }: DataEntry, number: number): void {
  const prefix = normalized(machine.key);
  const role: Plain =
    get(value, 'iamRole') ??
    starter(service, machine, `${prefix}EventToStepFunctionsRole`, 'events.amazonaws.com', 'event', at);
  const dead = get(value, 'deadLetterConfig');
  const retry = get(value, 'retryPolicy');
  service.emit({
    id: `${prefix}EventsRuleCloudWatchEvent${number}`,
    type: 'AWS::Events::Rule',
    at,
    extent: at,
    properties: mapOf(
      {
        EventBusName: get(value, 'eventBusName'),
        EventPattern: get(value, 'event'),
        State: stateOf(get(value, 'enabled'), at),
        Description: get(value, 'description'),
        Name: get(value, 'name'),
        Targets: [
          {
            Input: inputOf(get(value, 'input')),
            InputPath: get(value, 'inputPath'),
            InputTransformer: transformerOf(get(value, 'inputTransformer')),
            Arn: { Ref: machine.id },
            Id: `${machine.key}CloudWatchEvent`,
            DeadLetterConfig: dead && { Arn: dead },
            RetryPolicy: retry && {
              MaximumEventAgeInSeconds: get(retry, 'maximumEventAgeInSeconds'),
              MaximumRetryAttempts: get(retry, 'maximumRetryAttempts'),
            },
            RoleArn: role,
          },
        ],
      },
      at,
    ),
    attributes: [],
    generatedBy: machine.id,
    origin: [{ base: value, rows: [...RULE_ROWS, row('event', 'EventPattern'), row('eventBusName', 'EventBusName')] }],
  });
}
